// Restores into a schema of its own and changes places in one transaction. The old tables stay, in a schema named after the time.
import { sql } from 'kysely'
import type { Engine } from './Engine.ts'
import { migrateStore } from './migrateStore.ts'
import { openPostgres } from './openPostgres.ts'
import { renewEpochs } from './renewEpochs.ts'
import type { Restoring, RestoreTarget } from './RestoreTarget.ts'
import { rowLoader } from './rowLoader.ts'
import { runTransaction } from './runTransaction.ts'
import { toStoreError } from './toStoreError.ts'

const building = 'genba_restoring'

export async function restoreIntoPostgres({ schema, aside }: Restoring, databaseUrl: string): Promise<RestoreTarget> {
  const inUse = openPostgres(databaseUrl, () => undefined)
  const engine = openPostgres(searching(databaseUrl, building), () => undefined)
  const drop = () => sql`drop schema if exists ${sql.id(building)} cascade`.execute(inUse.db)
  const abandon = async () => {
    await engine.db.destroy()
    await drop().catch(() => undefined)
    await inUse.db.destroy()
  }
  try {
    // Left behind by a restore that was killed.
    await drop()
    await sql`create schema ${sql.id(building)}`.execute(inUse.db)
    await migrateStore(engine.db, { upTo: schema.at(-1), schema: building })
    const load = await rowLoader(engine, building)
    const takeOver = async (epochOf: () => string) => {
      await migrateStore(engine.db, { schema: building })
      await renewEpochs(engine.db, epochOf)
      await engine.db.destroy()
      await changePlaces(inUse, aside)
    }
    return { load, takeOver, abandon }
  } catch (error) {
    await abandon()
    throw toStoreError(error)
  }
}

/** Tables of other programs in the same database stay where they are. */
function changePlaces(engine: Engine, aside: string): Promise<void> {
  return runTransaction(engine, async (connection) => {
    const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(connection)
    const usual = rows[0]?.schema ?? 'public'
    const move = async (tables: readonly string[], from: string, to: string) => {
      for (const table of tables)
        await sql`alter table if exists ${sql.id(from, table)} set schema ${sql.id(to)}`.execute(connection)
    }
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = ${building}`.execute(connection)
    const names = tables.rows.map(({ name }) => name)
    await sql`create schema ${sql.id(aside)}`.execute(connection)
    await move(names, usual, aside)
    await move(names, building, usual)
    await sql`drop schema ${sql.id(building)}`.execute(connection)
  })
}

/** The same database, in which names without a schema mean those of `schema`. */
function searching(databaseUrl: string, schema: string): string {
  const url = new URL(databaseUrl)
  const given = url.searchParams.get('options')
  url.searchParams.set('options', `${given === null ? '' : `${given} `}-c search_path=${schema}`)
  return url.toString()
}
