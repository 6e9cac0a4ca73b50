// Puts dumped rows into an empty database of the schema they were read from. A column that is not there is refused, never dropped.
import type { DumpedRow, DumpedTable } from './dumpRows.ts'
import { insertRows, type ColumnTypes, type Engine } from './Engine.ts'
import { runTransaction } from './runTransaction.ts'
import { StoreError } from './StoreError.ts'

/** Loads rows of one table: all of them or, when it rejects, none. */
export type LoadRows = (table: DumpedTable, rows: readonly DumpedRow[]) => Promise<void>

/** `schema`: where PostgreSQL keeps these tables; undefined for SQLite. */
export async function rowLoader(engine: Engine, schema: string | undefined): Promise<LoadRows> {
  const tables = await engine.db.introspection.getTables()
  const columnsOf = new Map(
    tables
      .filter((table) => schema === undefined || table.schema === schema)
      .map(({ name, columns }) => [name, Object.fromEntries(columns.map(typeOf))]),
  )
  return async (table, rows) => {
    const known = columnsOf.get(table) ?? {}
    const columns: Record<string, 'text' | 'bigint'> = {}
    for (const name of Object.keys(rows[0] ?? {})) {
      const type = known[name]
      if (type === undefined) throw new StoreError('newer-database')
      columns[name] = type
    }
    await runTransaction(engine, (connection) => insertRows(engine, connection, { into: table, columns }, rows))
  }
}

function typeOf({
  name,
  dataType,
}: {
  readonly name: string
  readonly dataType: string
}): [string, ColumnTypes[string]] {
  // SQLite says it in capitals.
  return [name, dataType.toLowerCase() === 'text' ? 'text' : 'bigint']
}
