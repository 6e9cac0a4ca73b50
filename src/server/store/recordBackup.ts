// Remembers what the backups hold. Tablets may forget what the second newest one has: a single damaged backup then costs nothing.
import { sql } from 'kysely'
import { z } from '../../protocol/strictZod.ts'
import type { DumpedStream } from './DumpedStream.ts'
import { moveEvidenceHorizon } from './evidenceHorizon.ts'
import type { Engine, StoreConnection } from './Engine.ts'
import { runTransaction } from './runTransaction.ts'

/** Heads in the newest backup, by stream. They become the horizon when the next backup is made. */
const newestBackup = z.record(z.string(), z.int().min(0))
const setting = 'newest-backup'

export interface RecordedBackup {
  readonly streams: readonly DumpedStream[]
  /** All evidence stored before this ISO instant is in it; undefined where some of it is damaged. */
  readonly evidenceTo: string | undefined
}

/** Call it when the backup is durable and was read back. Rejects with a StoreError. */
export async function recordBackup(engine: Engine, { streams, evidenceTo }: RecordedBackup): Promise<void> {
  const organisations = new Set(streams.map(({ organisation }) => organisation))
  await runTransaction(engine, async (connection) => {
    for (const organisation of organisations) {
      await moveHorizon(engine, connection, organisation)
      if (evidenceTo !== undefined) await moveEvidenceHorizon(connection, organisation, evidenceTo)
      const heads = streams.filter((stream) => stream.organisation === organisation)
      const value = JSON.stringify(Object.fromEntries(heads.map(({ stream, head }) => [stream, head])))
      await connection
        .insertInto('settings')
        .values({ organisation, name: setting, value })
        .onConflict((conflict) => conflict.columns(['organisation', 'name']).doUpdateSet({ value }))
        .execute()
    }
  })
}

async function moveHorizon(engine: Engine, connection: StoreConnection, organisation: string): Promise<void> {
  const row = await connection
    .selectFrom('settings')
    .select('value')
    .where('organisation', '=', organisation)
    .where('name', '=', setting)
    .executeTakeFirst()
  if (row === undefined) return
  const heads = Object.entries(newestBackup.parse(JSON.parse(row.value))).map(([stream, head]) => ({ stream, head }))
  const given = engine.rowsOf(
    heads.map(({ stream, head }) => [stream, head]),
    { stream: 'text', head: 'bigint' },
  )
  await sql`update streams set backed_up = given.head from ${given} as given where streams.organisation = ${organisation}
    and streams.stream = given.stream and streams.backed_up < given.head`.execute(connection)
}
