// Who works with a database says so by a lock that the system takes back however the process ends. Any number of servers and
// programs share it; a restore wants it alone, so it never exchanges the data under a running server.
import type { DatabaseSettings } from './openEngine.ts'
import type { Hold, HoldMode, Holding } from './Hold.ts'
import { holdPostgres } from './holdPostgres.ts'
import { holdSqlite } from './holdSqlite.ts'

/** Rejects with a StoreError: `DatabaseInUse` where somebody else's lock forbids it. */
export function holdDatabase(settings: DatabaseSettings, mode: HoldMode, holding: Holding = {}): Promise<Hold> {
  const { databaseUrl, dataFolder } = settings
  return databaseUrl === undefined ? holdSqlite(dataFolder, mode) : holdPostgres(databaseUrl, mode, holding)
}
