// Keeps the keys of devices whose signatures come with the pages: without them their runs could not be handed on.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { DeviceKeyRow } from './LocalRows.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { deviceIdOf } from '../domain/oplog/deviceIdOf.ts'

/** A key that does not prove its device is not kept. Writes only what is not known yet. */
export async function saveDeviceKeys(db: LocalDatabase, keys: readonly DeviceKeyRow[]): Promise<void> {
  const { deviceKeys } = db.dexie
  const proven = keys.filter(({ device, publicKey }) => deviceIdOf(publicKey, db.sha256) === device)
  if (proven.length === 0) return
  const held = await withLocalDatabase(db, () => deviceKeys.bulkGet(proven.map(({ device }) => device)))
  const unknown = proven.filter((_, index) => held[index] === undefined)
  if (unknown.length > 0) await withLocalDatabase(db, () => deviceKeys.bulkPut(unknown))
}
