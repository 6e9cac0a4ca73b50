// Opens the database that the settings name and brings it to this release's schema.
import type { Engine } from './Engine.ts'
import { migrateStore } from './migrateStore.ts'
import { openEngine, type DatabaseSettings } from './openEngine.ts'
import { StoreError } from './StoreError.ts'

const attempts = 5
const pauseMs = 200

/** Rejects with a StoreError. */
export async function openMigrated(settings: DatabaseSettings): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    const engine = openEngine(settings)
    try {
      await migrateStore(engine.db)
      return engine
    } catch (error) {
      await engine.db.destroy()
      // Several processes may start on one new database: one migrates, the others come again.
      if (!(error instanceof StoreError) || error.code !== 'busy' || attempt === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt))
    }
  }
}
