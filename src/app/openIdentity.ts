// Which device this is. Made once at the first start: an id and a key; a lost database makes a new device, because the chain is lost with it.
import { createDeviceKey, signText, type PublicDeviceKey } from '../device/deviceKey.ts'
import { randomId } from '../device/randomId.ts'
import { readSentinelCopy, writeSentinelCopy } from '../device/sentinelCopy.ts'
import { isDeviceId, type DeviceId } from '../domain/oplog/Dot.ts'
import { oneOf, shape, text } from '../domain/parse/Parser.ts'
import { checkSentinel, writeSentinel } from '../localdb/checkSentinel.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { readVault, readVaultKey } from '../localdb/readVault.ts'
import { writeVault, writeVaultKey } from '../localdb/writeVault.ts'
import type { Signer } from '../sync/SyncPorts.ts'

export interface Identity {
  readonly device: DeviceId
  readonly signer: Signer
  /** The browser has thrown away what an earlier start stored: everything unsent then is gone from this tablet. */
  readonly hasLostData: boolean
}

const parseStoredKey = shape({ device: text(64), algorithm: oneOf(['Ed25519', 'ES256']), publicKey: text(400) })

export async function openIdentity(db: LocalDatabase): Promise<Identity> {
  const verdict = await checkSentinel(db, readSentinelCopy())
  const stored = parseStoredKey(await readVault(db, 'device'))
  const privateKey = await readVaultKey(db, 'device-key')
  const hasLostData = verdict.state === 'lost'
  if (stored === undefined || privateKey === undefined || !isDeviceId(stored.device)) {
    return { ...(await createIdentity(db)), hasLostData }
  }
  writeSentinelCopy(stored.device)
  return {
    ...identityOf(stored.device, { algorithm: stored.algorithm, publicKey: stored.publicKey }, privateKey),
    hasLostData,
  }
}

async function createIdentity(db: LocalDatabase): Promise<Omit<Identity, 'hasLostData'>> {
  // 22 URL-safe characters: an id by construction.
  const device = randomId() as DeviceId
  const { privateKey, publicKey } = await createDeviceKey()
  await writeVaultKey(db, 'device-key', privateKey)
  await writeVault(db, 'device', { device, ...publicKey })
  await writeSentinel(db, device)
  writeSentinelCopy(device)
  return identityOf(device, publicKey, privateKey)
}

function identityOf(
  device: DeviceId,
  deviceKey: PublicDeviceKey,
  privateKey: CryptoKey,
): Omit<Identity, 'hasLostData'> {
  return { device, signer: { device, deviceKey, sign: (content) => signText(privateKey, content) } }
}
