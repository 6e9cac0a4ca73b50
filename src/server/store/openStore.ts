// Opens the database that the settings name and brings it to this release's schema.
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { createStore, type Store } from './createStore.ts'
import { migrateStore } from './migrateStore.ts'
import { openPostgres } from './openPostgres.ts'
import { openSqlite } from './openSqlite.ts'
import { StoreError } from './StoreError.ts'

export interface StoreSettings {
  /** PostgreSQL when given, else SQLite in the data folder. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
  readonly sha256: Sha256
  /** Hears of database connections that broke while nobody used them. */
  readonly onLostConnection?: (error: Error) => void
}

const attempts = 5
const pauseMs = 200

/** Rejects with a StoreError. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  for (let attempt = 1; ; attempt += 1) {
    const engine =
      settings.databaseUrl === undefined
        ? openSqlite(settings.dataFolder)
        : openPostgres(settings.databaseUrl, settings.onLostConnection ?? (() => undefined))
    try {
      await migrateStore(engine.db)
      return createStore(engine, settings.sha256)
    } catch (error) {
      await engine.db.destroy()
      // Several processes may start on one new database: one migrates, the others come again.
      if (!(error instanceof StoreError) || error.code !== 'busy' || attempt === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt))
    }
  }
}
