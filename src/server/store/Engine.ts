// An opened database of one of the two kinds, with the little SQL in which they differ.
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { StoreTables } from './StoreTables.ts'

export interface Engine {
  readonly db: Kysely<StoreTables>
  /** Opens a transaction in which the first statement locks: READ COMMITTED, or SQLite's single writer. */
  readonly begin: RawBuilder<unknown>
  /** Opens a transaction that sees one instant throughout, whatever others commit meanwhile, and holds nobody up. */
  readonly beginReading: RawBuilder<unknown>
  /** Rows of one JSON parameter as a sub-select: one statement inserts any number of rows, whatever the limit of parameters is. */
  readonly rowsOf: (json: string, columns: ColumnTypes) => RawBuilder<unknown>
}

export type ColumnTypes = Readonly<Record<string, 'text' | 'bigint'>>

export type StoreConnection = Kysely<StoreTables>

/** Inserts all rows by one statement. Texts must be free of NUL and lone surrogates, which neither engine can take from JSON. */
export async function insertRows(
  engine: Engine,
  connection: StoreConnection,
  insert: {
    readonly into: keyof StoreTables
    readonly columns: ColumnTypes
    readonly onConflict?: RawBuilder<unknown>
  },
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return
  const names = sql.join(Object.keys(insert.columns).map((name) => sql.ref(name)))
  const source = engine.rowsOf(JSON.stringify(rows), insert.columns)
  // `where true` keeps SQLite from reading ON CONFLICT as part of a join.
  await sql`insert into ${sql.table(insert.into)} (${names}) select ${names} from ${source} as given where true ${
    insert.onConflict ?? sql``
  }`.execute(connection)
}
