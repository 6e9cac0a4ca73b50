// SQLite through libsql: the embedded default. Durable at every commit, and usable by several processes at once.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { Kysely, sql, SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import type { Engine } from './Engine.ts'
import type { StoreTables } from './StoreTables.ts'
import { toStoreError } from './toStoreError.ts'

/** How long a statement waits for another process's transaction. The whole process stands still meanwhile, so it is short; the store retries. */
const busyTimeoutMs = 1_000

/** Kysely leaves schema changes outside transactions on SQLite; a process killed in mid-migration would then find half a table at its next start. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class DurableSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

export const sqliteFile = 'genba.sqlite'

export function openSqlite(dataFolder: string): Engine {
  const database = openFile(dataFolder)
  return {
    db: new Kysely<StoreTables>({ dialect: new DurableSqliteDialect({ database: keepingStatements(database) }) }),
    // Takes the write lock at once: a transaction that began by reading could not be upgraded after another process wrote.
    begin: sql`begin immediate`,
    beginReading: sql`begin`,
    rowsOf: (rows, columns) => {
      // By place: by name costs half as much again.
      const fields = Object.keys(columns).map(
        (name, place) => sql`json_extract(value, ${sql.lit(`$[${String(place)}]`)}) as ${sql.ref(name)}`,
      )
      return sql`(select ${sql.join(fields)} from json_each(${JSON.stringify(rows)}))`
    },
  }
}

function openFile(dataFolder: string): Database.Database {
  try {
    mkdirSync(dataFolder, { recursive: true })
    const database = new Database(join(dataFolder, sqliteFile))
    database.pragma(`busy_timeout = ${busyTimeoutMs}`)
    database.pragma('journal_mode = WAL')
    // One fsync a commit: with NORMAL a power cut could take acknowledged operations away.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    return database
  } catch (error) {
    throw toStoreError(error)
  }
}

/** Compiling a statement costs more than running a small one; ours are few, apart from lists of varying length. */
const mostStatements = 100

function keepingStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => {
      // libsql ends the connection when its statements are collected.
      statements.clear()
      database.close()
    },
    prepare: (text) => {
      const kept = statements.get(text)
      if (kept) return kept
      if (statements.size >= mostStatements) statements.clear()
      const statement = database.prepare(text)
      statements.set(text, statement)
      return statement
    },
  }
}
