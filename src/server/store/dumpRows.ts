// Reads a whole database in one consistent transaction while others go on writing, as rows that either engine can take back.
// Never reads what can be made again from the rest, nor the server's secret key.
import { sql } from 'kysely'
import type { Engine, StoreConnection } from './Engine.ts'
import type { StoreTables } from './StoreTables.ts'
import { toStoreError } from './toStoreError.ts'

/** Snapshots are folded again from the operations; a restored database makes its own key. */
export type DumpedTable = Exclude<keyof StoreTables, 'snapshots' | 'server_keys'>

/** Each table's primary key, which is the order its rows are read in. */
const keys: Readonly<Record<DumpedTable, readonly string[]>> = {
  settings: ['organisation', 'name'],
  devices: ['organisation', 'device', 'public_key'],
  streams: ['organisation', 'stream'],
  device_chains: ['organisation', 'stream', 'device'],
  quarantine: ['organisation', 'stream', 'device', 'n', 'digest'],
  operations: ['organisation', 'stream', 'version'],
}

export const dumpedTables: readonly DumpedTable[] = [
  'settings',
  'devices',
  'streams',
  'device_chains',
  'quarantine',
  'operations',
]

export function isDumpedTable(name: string): name is DumpedTable {
  return Object.hasOwn(keys, name)
}

/** A row as plain JSON: texts and whole numbers. */
export type DumpedRow = Readonly<Record<string, string | number | null>>

/** Bounds memory, not speed. */
const rowsPerRead = 1_000

export interface Dump {
  /** Names of the migrations that this database has seen, in their order. */
  readonly schema: readonly string[]
  readonly rowsOf: (table: DumpedTable) => AsyncIterable<readonly DumpedRow[]>
}

/** Everything that `read` asks of the dump is of one instant. Rejects with a StoreError, or with what `read` threw. */
export async function dumpRows<Value>(engine: Engine, read: (dump: Dump) => Promise<Value>): Promise<Value> {
  return engine.db.connection().execute(async (connection) => {
    await translating(engine.beginReading.execute(connection))
    try {
      const schema = await translating(readSchema(connection))
      return await read({ schema, rowsOf: (table) => rowsOf(connection, table) })
    } finally {
      // Nothing was written; a connection that broke has ended it already.
      await sql`rollback`.execute(connection).catch(() => undefined)
    }
  })
}

async function readSchema(connection: StoreConnection): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(connection)
  return rows.map(({ name }) => name)
}

async function* rowsOf(connection: StoreConnection, table: DumpedTable): AsyncGenerator<readonly DumpedRow[]> {
  const key = keys[table]
  const order = sql.join(key.map((column) => sql.ref(column)))
  let after = sql``
  for (;;) {
    const page = sql<DumpedRow>`select * from ${sql.table(table)} ${after} order by ${order} limit ${sql.lit(rowsPerRead)}`
    const { rows } = await translating(page.execute(connection))
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsPerRead) return
    after = sql`where (${order}) > (${sql.join(key.map((column) => last[column]))})`
  }
}

async function translating<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    throw toStoreError(error)
  }
}
