// Which device this tablet is. The key is made first and the id from it, so that the key proves the device [M12]. A tablet whose key
// is lost, or whose id is not the one of its key, is given another identity: what it has not sent goes with it.
import { createDeviceKey, signText } from '../device/deviceKey.ts'
import { readSentinelCopy, writeSentinelCopy } from '../device/sentinelCopy.ts'
import { sha256 } from '../device/sha256.ts'
import type { DeviceId } from '../domain/oplog/Dot.ts'
import { deviceIdOf } from '../domain/oplog/deviceIdOf.ts'
import { must } from '../domain/must.ts'
import { adoptIdentity } from '../localdb/adoptIdentity.ts'
import { checkSentinel } from '../localdb/checkSentinel.ts'
import { claimIdentity, readIdentity, type Identity as StoredIdentity } from '../localdb/Identity.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import type { Signer } from '../sync/SyncPorts.ts'

export interface Identity {
  readonly device: DeviceId
  readonly signer: Signer
  /**
   * Which device this tablet was, where the browser has thrown away what an earlier start stored: everything unsent then is gone from
   * this tablet. Undefined where nothing was lost.
   */
  readonly lostDevice: string | undefined
}

export async function openIdentity(db: LocalDatabase): Promise<Identity> {
  const verdict = await checkSentinel(db, readSentinelCopy())
  const known = verdict.state === 'intact' ? verdict.device : undefined
  const { device, algorithm, publicKey, privateKey } = await settleIdentity(db, known)
  db.identity.device = device
  writeSentinelCopy(device)
  const deviceKey = { algorithm, publicKey }
  const signer = { device, deviceKey, sign: (content: string) => signText(privateKey, content) }
  return { device, signer, lostDevice: verdict.state === 'lost' ? verdict.device : undefined }
}

/** `known`: the device that the database says it belongs to. */
async function settleIdentity(db: LocalDatabase, known: string | undefined): Promise<StoredIdentity> {
  const stored = await readIdentity(db)
  const isProven = stored !== undefined && deviceIdOf(stored.publicKey, sha256) === stored.device
  if (isProven && stored.device === known) return stored
  const identity = isProven ? stored : await createIdentity()
  if (known === undefined) await claimIdentity(db, identity)
  else await adoptIdentity(db, { from: known, next: identity })
  // Another tab may have been faster.
  return must(await readIdentity(db), 'the identity that was just written')
}

export async function createIdentity(): Promise<StoredIdentity> {
  const { privateKey, publicKey } = await createDeviceKey()
  return { device: deviceIdOf(publicKey.publicKey, sha256), ...publicKey, privateKey }
}
