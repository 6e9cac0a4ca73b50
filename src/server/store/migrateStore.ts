// Brings a database to this release's schema at every start. Never touches one that a newer release has written.
import { Migrator, type Kysely } from 'kysely'
import { migrations } from './migrations.ts'
import { StoreError } from './StoreError.ts'
import type { StoreTables } from './StoreTables.ts'
import { toStoreError } from './toStoreError.ts'

export async function migrateStore(db: Kysely<StoreTables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  // Kysely tells this case only by its text.
  if (error instanceof Error && /^corrupted migrations/.test(error.message))
    throw new StoreError('newer-database', error)
  throw toStoreError(error)
}
