// Small secrets and settings of this tablet: device identity, person, preferences, sync memory. Values are sealed JSON by name.
import type { LocalDatabase } from './LocalDatabase.ts'
import { vaultPlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** Undefined where there is none or it is damaged. To be parsed by the caller. */
export async function readVault(db: LocalDatabase, name: string): Promise<unknown> {
  const row = await withLocalDatabase(db, () => db.dexie.vault.get(name))
  return row?.value instanceof Uint8Array ? openJson(db, row.value, vaultPlace(name)) : undefined
}

/** A key as it was put; undefined where there is none. */
export async function readVaultKey(db: LocalDatabase, name: string): Promise<CryptoKey | undefined> {
  const row = await withLocalDatabase(db, () => db.dexie.vault.get(name))
  return row === undefined || row.value instanceof Uint8Array ? undefined : row.value
}
