// Brings a database to this release's schema at every start. Never touches one that a newer release has written.
import { Migrator, type Kysely } from 'kysely'
import { migrations } from './migrations.ts'
import { StoreError } from './StoreError.ts'
import type { StoreTables } from './StoreTables.ts'
import { toStoreError } from './toStoreError.ts'

export interface MigrationAim {
  /** The last migration to apply; the newest where it is not given. */
  readonly upTo?: string | undefined
  /** Where the tables are, for PostgreSQL's connections that search another place than the usual first. */
  readonly schema?: string
}

export async function migrateStore(db: Kysely<StoreTables>, { upTo, schema }: MigrationAim = {}): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) }
  const migrator = new Migrator({ db, provider, ...(schema !== undefined && { migrationTableSchema: schema }) })
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  if (error === undefined) return
  // Kysely tells this case only by its text.
  if (error instanceof Error && /^corrupted migrations/.test(error.message))
    throw new StoreError('newer-database', error)
  throw toStoreError(error)
}
