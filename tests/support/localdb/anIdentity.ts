// Identities for tests: a real key, and the id that is made from it.
import { sha256 } from './aDatabase.ts'
import { createDeviceKey } from '../../../src/device/deviceKey.ts'
import { deviceIdOf } from '../../../src/domain/oplog/deviceIdOf.ts'
import type { Identity } from '../../../src/localdb/Identity.ts'

export async function anIdentity(): Promise<Identity> {
  const { privateKey, publicKey } = await createDeviceKey()
  return { device: deviceIdOf(publicKey.publicKey, sha256), ...publicKey, privateKey }
}
