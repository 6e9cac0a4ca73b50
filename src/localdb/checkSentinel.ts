// Notices that the browser has thrown the database away: the device id is also kept outside IndexedDB, and the two are compared.
import type { LocalDatabase } from './LocalDatabase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/**
 * | inside    | outside  | verdict  |
 * |-----------|----------|----------|
 * | none      | none     | `fresh`  |
 * | none      | an id    | `lost`   |
 * | an id     | the same | `intact` |
 * | an id     | other    | `intact` | only the copy outside was cleared: the caller writes it again
 */
export type SentinelVerdict =
  | { readonly state: 'fresh' }
  | { readonly state: 'intact'; readonly device: string }
  | { readonly state: 'lost'; readonly device: string }

/** `outside`: the copy of the device id that is kept outside IndexedDB, null where there is none. */
export async function checkSentinel(db: LocalDatabase, outside: string | null): Promise<SentinelVerdict> {
  const row = await withLocalDatabase(db, () => db.dexie.sentinel.get('device'))
  if (row !== undefined) return { state: 'intact', device: row.device }
  return outside === null ? { state: 'fresh' } : { state: 'lost', device: outside }
}
