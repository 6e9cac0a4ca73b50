// Which device this tablet is: an id, the key it is made from, and the half of the key that never leaves the browser. All of it is
// written together, for one without the others is worth nothing.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { VaultRow } from './LocalRows.ts'
import { readVault, readVaultKey } from './readVault.ts'
import { vaultPlace } from './rowPlaces.ts'
import { sealJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { isDeviceId, type DeviceId } from '../domain/oplog/Dot.ts'
import { branded, oneOf, shape, text } from '../domain/parse/Parser.ts'

export interface Identity {
  readonly device: DeviceId
  readonly algorithm: 'Ed25519' | 'ES256'
  /** SubjectPublicKeyInfo as base64url: the id is made from it [M12]. */
  readonly publicKey: string
  readonly privateKey: CryptoKey
}

const publicName = 'device'
const privateName = 'device-key'

const parsePublic = shape({
  device: branded(isDeviceId),
  algorithm: oneOf(['Ed25519', 'ES256']),
  publicKey: text(400),
})

/** Undefined where there is none or a part of it is lost. */
export async function readIdentity(db: LocalDatabase): Promise<Identity | undefined> {
  const [known, privateKey] = await Promise.all([readVault(db, publicName), readVaultKey(db, privateName)])
  const parsed = parsePublic(known)
  return parsed && privateKey && { ...parsed, privateKey }
}

/** Made outside of a transaction, put inside one by `putIdentity`. */
export async function sealIdentity(
  db: LocalDatabase,
  { privateKey, ...known }: Identity,
): Promise<readonly VaultRow[]> {
  const { bytes } = await sealJson(db, known, vaultPlace(publicName))
  return [
    { name: publicName, value: bytes },
    { name: privateName, value: privateKey },
  ]
}

/** Inside a transaction over `vault` and `sentinel`. */
export async function putIdentity(
  { dexie }: LocalDatabase,
  device: DeviceId,
  rows: readonly VaultRow[],
): Promise<void> {
  await Promise.all([dexie.vault.bulkPut(rows), dexie.sentinel.put({ name: 'device', device })])
}

/** The first identity of a tablet. False where another tab was faster: then nothing is written, and `readIdentity` has the one. */
export async function claimIdentity(db: LocalDatabase, made: Identity): Promise<boolean> {
  const { dexie } = db
  const rows = await sealIdentity(db, made)
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.vault, dexie.sentinel, async () => {
      const row = await dexie.sentinel.get('device')
      if (row !== undefined) return row.device === made.device
      await putIdentity(db, made.device, rows)
      return true
    }),
  )
}
