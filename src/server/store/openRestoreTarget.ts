// Builds a database beside the one in use and puts it in its place in one step. The old one is set aside, never deleted:
// until that step everything is as it was, and after it everything is new.
import { migrations } from './migrations.ts'
import type { Restoring, RestoreTarget } from './RestoreTarget.ts'
import { restoreIntoPostgres } from './restoreIntoPostgres.ts'
import { restoreIntoSqlite } from './restoreIntoSqlite.ts'
import { StoreError } from './StoreError.ts'

/** Rejects with a StoreError: `newer-database` where this release does not know the schema. */
export function openRestoreTarget(restoring: Restoring): Promise<RestoreTarget> {
  const { databaseUrl, schema } = restoring
  const known = Object.keys(migrations)
  if (!schema.every((name, index) => known[index] === name)) return Promise.reject(new StoreError('newer-database'))
  return databaseUrl === undefined ? restoreIntoSqlite(restoring) : restoreIntoPostgres(restoring, databaseUrl)
}
