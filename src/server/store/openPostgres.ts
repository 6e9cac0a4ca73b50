// PostgreSQL 15 or newer through pg, for bigger sites and several server processes.
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Engine } from './Engine.ts'
import type { StoreTables } from './StoreTables.ts'

const connections = 10
/** Without these a database that hangs would hold requests, and a process that hangs would hold a stream's row, for ever. */
const timeouts = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
}

/** With `synchronous_commit = off` a crash takes acknowledged operations away; stronger settings of the site stay. */
const keepCommitsDurable = CompiledQuery.raw(
  `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`,
)

/** `onLostConnection` hears of idle connections that broke; the pool replaces them by itself. */
export function openPostgres(databaseUrl: string, onLostConnection: (error: Error) => void): Engine {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections, types: { getTypeParser }, ...timeouts })
  pool.on('error', onLostConnection)
  // The pool listens to idle connections only. One that breaks between two statements of a transaction would end the process;
  // its next statement fails anyway.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(keepCommitsDurable)
    },
  })
  return {
    db: new Kysely<StoreTables>({ dialect }),
    begin: sql`begin isolation level read committed`,
    beginReading: sql`begin isolation level repeatable read read only`,
    rowsOf: (rows, columns) => {
      const names = Object.keys(columns)
      const json = JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place]]))))
      const fields = Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`)
      return sql`(select * from json_to_recordset(${json}::json) as fields(${sql.join(fields)}))`
    },
  }
}

/** Versions and counters stay far below 2^53, so bigints are read as numbers instead of texts. */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as unknown)
