// Opens the database that the settings name, as it is.
import type { Engine } from './Engine.ts'
import { openPostgres } from './openPostgres.ts'
import { openSqlite } from './openSqlite.ts'

export interface DatabaseSettings {
  /** PostgreSQL when given, else SQLite in the data folder. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
  /** Hears of database connections that broke while nobody used them. */
  readonly onLostConnection?: (error: Error) => void
}

export function openEngine({ databaseUrl, dataFolder, onLostConnection }: DatabaseSettings): Engine {
  if (databaseUrl === undefined) return openSqlite(dataFolder)
  return openPostgres(databaseUrl, onLostConnection ?? (() => undefined))
}
