// The lock beside an SQLite database: an open transaction on a second, empty database file. SQLite locks files on every system.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { DatabaseInUse } from './DatabaseInUse.ts'
import type { Hold, HoldMode } from './Hold.ts'
import { toStoreError } from './toStoreError.ts'

export function holdSqlite(dataFolder: string, mode: HoldMode): Promise<Hold> {
  let database: Database.Database | undefined
  try {
    mkdirSync(dataFolder, { recursive: true })
    database = new Database(join(dataFolder, 'in-use.sqlite'))
    database.pragma('busy_timeout = 0')
    // In WAL mode readers would lock nobody out.
    database.pragma('journal_mode = DELETE')
    database.exec(mode === 'alone' ? 'begin exclusive' : 'begin')
    // Only reading takes the shared lock.
    database.exec('select count(*) from sqlite_schema')
    const held = database
    return Promise.resolve({
      release: () => {
        // Before closing, which may leave the lock for as long as a statement is not collected.
        held.exec('rollback')
        held.close()
        return Promise.resolve()
      },
    })
  } catch (error) {
    database?.close()
    const failure = toStoreError(error)
    return Promise.reject(failure.code === 'busy' ? new DatabaseInUse(error) : failure)
  }
}
