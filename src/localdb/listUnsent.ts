// What waits to be sent, as runs of neighbours. Reads keys only; `readRun` opens what is sent next.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { LocalDexie } from './LocalDexie.ts'
import type { StreamRow } from './LocalRows.ts'
import { streamsWithUnsent, unsentKeys } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

/** Own operations `from` … `to` of a stream, without gaps. */
export interface OwnRun {
  readonly stream: StreamId
  readonly from: number
  readonly to: number
}

export async function listUnsent(db: LocalDatabase): Promise<OwnRun[]> {
  const { dexie } = db
  const runs = await withLocalDatabase(db, () =>
    dexie.transaction('r', dexie.streams, dexie.operations, async () => {
      const waiting = streamsWithUnsent(await dexie.streams.toArray())
      return Promise.all(waiting.map((row) => runsOf(dexie, row)))
    }),
  )
  return runs.flat()
}

async function runsOf(dexie: LocalDexie, row: StreamRow): Promise<OwnRun[]> {
  const { stream, acked, n: head } = row
  // Nearly always nothing is refused in between, and then counting is all it takes.
  if ((await unsentKeys(dexie, row).count()) === head - acked) return [{ stream, from: acked + 1, to: head }]
  const runs: OwnRun[] = []
  for (const [, n] of await unsentKeys(dexie, row).primaryKeys()) {
    const last = runs.at(-1)
    if (last?.to === n - 1) runs[runs.length - 1] = { ...last, to: n }
    else runs.push({ stream, from: n, to: n })
  }
  return runs
}
