// Writes the vault: sealed JSON, or a non-extractable key as the browser hands it out (its bytes are never seen here).
import type { LocalDatabase } from './LocalDatabase.ts'
import { vaultPlace } from './rowPlaces.ts'
import { sealJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export async function writeVault(db: LocalDatabase, name: string, value: unknown): Promise<void> {
  const { bytes } = await sealJson(db, value, vaultPlace(name))
  await withLocalDatabase(db, () => db.dexie.vault.put({ name, value: bytes }))
}

export async function writeVaultKey(db: LocalDatabase, name: string, key: CryptoKey): Promise<void> {
  await withLocalDatabase(db, () => db.dexie.vault.put({ name, value: key }))
}
