// An opened database of one of the two kinds, with the little SQL in which they differ.
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { StoreTables } from './StoreTables.ts'

export interface Engine {
  readonly db: Kysely<StoreTables>
  /** Opens a transaction in which the first statement locks: READ COMMITTED, or SQLite's single writer. */
  readonly begin: RawBuilder<unknown>
  /** Opens a transaction that sees one instant throughout, whatever others commit meanwhile, and holds nobody up. */
  readonly beginReading: RawBuilder<unknown>
  /**
   * Rows, each with its values in the order of the columns, by one JSON parameter as a sub-select: one statement inserts any number of
   * rows, whatever the limit of parameters is. There is at least one column.
   */
  readonly rowsOf: (rows: readonly (readonly unknown[])[], columns: ColumnTypes) => RawBuilder<unknown>
}

type ColumnType = 'text' | 'bigint'
export type ColumnTypes = Readonly<Record<string, ColumnType>>

export type StoreConnection = Kysely<StoreTables>

/** Inserts all rows by one statement. Texts must be free of NUL and lone surrogates, which neither engine can take from JSON. */
export async function insertRows<Row extends object>(
  engine: Engine,
  connection: StoreConnection,
  insert: {
    readonly into: keyof StoreTables
    readonly columns: Readonly<Record<keyof Row & string, ColumnType>>
    readonly onConflict?: RawBuilder<unknown>
  },
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.entries<ColumnType>(insert.columns) as [keyof Row & string, ColumnType][]
  // What is the same in all of many rows goes once: reading a value out of JSON costs more than inserting it.
  const isShared = (name: keyof Row) => rows.length > 1 && rows.every((row) => row[name] === first[name])
  const differing = columns.filter(([name]) => !isShared(name))
  const own = differing.length > 0 ? differing : columns
  const ownNames = new Set<string>(own.map(([name]) => name))
  const values = columns.map(([name, type]) =>
    ownNames.has(name) ? sql.ref(name) : sql`cast(${first[name] ?? null} as ${sql.raw(type)})`,
  )
  const source = engine.rowsOf(
    rows.map((row) => own.map(([name]) => row[name])),
    Object.fromEntries(own),
  )
  // `where true` keeps SQLite from reading ON CONFLICT as part of a join.
  await sql`insert into ${sql.table(insert.into)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
    select ${sql.join(values)} from ${source} as given where true ${insert.onConflict ?? sql``}`.execute(connection)
}
