// The databases that the contract suite runs on: SQLite in temporary folders, and a PostgreSQL that the tests start themselves.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../../src/server/store/Engine.ts'
import { migrateStore } from '../../../src/server/store/migrateStore.ts'
import { openPostgres } from '../../../src/server/store/openPostgres.ts'
import { openSqlite } from '../../../src/server/store/openSqlite.ts'
import type { StoreSettings } from '../../../src/server/store/openStore.ts'
import { sha256ForTests } from '../sha256ForTests.ts'
import { startPostgres, type Postgres } from '../startPostgres.ts'

/** One empty database. */
export interface TestDatabase {
  readonly settings: StoreSettings
  /** Another connection to the same database, brought to the newest schema. */
  readonly openEngine: () => Promise<Engine>
  readonly dispose: () => Promise<void>
}

export interface StoreEngine {
  readonly name: 'SQLite' | 'PostgreSQL'
  readonly createDatabase: () => Promise<TestDatabase>
}

/** With PostgreSQL where it is installed. `postgres` must be disposed of in the end. */
export async function storeEngines(): Promise<{ engines: readonly StoreEngine[]; postgres: Postgres | undefined }> {
  const postgres = await startPostgres()
  if (postgres) return { engines: [sqliteEngine, postgresEngine(postgres)], postgres }
  console.log('PostgreSQL is not installed: this suite ran on SQLite only.')
  return { engines: [sqliteEngine], postgres }
}

export const sqliteEngine: StoreEngine = {
  name: 'SQLite',
  createDatabase: async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'genba-store-'))
    return {
      settings: { dataFolder, sha256: sha256ForTests },
      openEngine: () => migrated(openSqlite(dataFolder)),
      dispose: () => rm(dataFolder, { recursive: true, force: true }),
    }
  },
}

function postgresEngine(postgres: Postgres): StoreEngine {
  return {
    name: 'PostgreSQL',
    createDatabase: async () => {
      const databaseUrl = await postgres.createDatabase()
      return {
        settings: { databaseUrl, dataFolder: '', sha256: sha256ForTests },
        openEngine: () => migrated(openPostgres(databaseUrl, () => undefined)),
        dispose: () => Promise.resolve(),
      }
    },
  }
}

async function migrated(engine: Engine): Promise<Engine> {
  await migrateStore(engine.db)
  return engine
}
