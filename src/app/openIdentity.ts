// Which device this is. Made once at the first start: an id and a key; a lost database makes a new device, because the chain is lost with it.
import { createDeviceKey, signText, type DeviceKeyPair } from '../device/deviceKey.ts'
import { readDeviceSentinel, writeDeviceSentinel } from '../device/deviceSentinel.ts'
import { randomId } from '../device/randomId.ts'
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
  const verdict = await checkSentinel(db, readDeviceSentinel())
  const stored = parseStoredKey(await readVault(db, 'device'))
  const privateKey = await readVaultKey(db, 'device-key')
  const hasLostData = verdict.state === 'lost'
  if (stored === undefined || privateKey === undefined || !isDeviceId(stored.device)) {
    return { ...(await createIdentity(db)), hasLostData }
  }
  writeDeviceSentinel(stored.device)
  return { ...identityOf(stored.device, { ...stored, privateKey }), hasLostData }
}

async function createIdentity(db: LocalDatabase): Promise<Omit<Identity, 'hasLostData'>> {
  // 22 URL-safe characters: an id by construction.
  const device = randomId() as DeviceId
  const key = await createDeviceKey()
  await writeVaultKey(db, 'device-key', key.privateKey)
  await writeVault(db, 'device', { device, algorithm: key.algorithm, publicKey: key.publicKey })
  await writeSentinel(db, device)
  writeDeviceSentinel(device)
  return identityOf(device, key)
}

function identityOf(device: DeviceId, key: DeviceKeyPair): Omit<Identity, 'hasLostData'> {
  const { algorithm, publicKey } = key
  return { device, signer: { device, deviceKey: { algorithm, publicKey }, sign: (content) => signText(key, content) } }
}
