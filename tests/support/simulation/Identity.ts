// Who a simulated tablet is: a real Ed25519 key made from a number, and the device id that follows from it [M12].
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import type { DeviceId } from '../../../src/domain/oplog/Dot.ts'
import { deviceIdOf } from '../../../src/domain/oplog/deviceIdOf.ts'
import type { Identity } from '../../../src/localdb/Identity.ts'
import { sha256 } from '../../../src/server/sha256.ts'
import type { Signer } from '../../../src/sync/SyncPorts.ts'

/** As the tablet's database keeps it. What stands for the private key is this number: a key of the browser's is as closed to the code. */
export function identityOf(number: number): Identity {
  const { device, publicKey } = keyOf(number)
  const privateKey = { number } as unknown as CryptoKey
  return { device, algorithm: 'Ed25519', publicKey, privateKey }
}

export function signerOf({ device, algorithm, publicKey, privateKey }: Identity, pause: () => Promise<void>): Signer {
  const { key } = keyOf((privateKey as unknown as { readonly number: number }).number)
  return {
    device,
    deviceKey: { algorithm, publicKey },
    async sign(text) {
      await pause()
      return sign(null, Buffer.from(text), key).toString('base64url')
    },
  }
}

interface MadeKey {
  readonly device: DeviceId
  readonly publicKey: string
  readonly key: KeyObject
}

/** What PKCS #8 puts in front of the 32 bytes of an Ed25519 key (RFC 8410). */
const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
/** Making a key takes as long as a whole sync round, and the numbers are few. */
const made = new Map<number, MadeKey>()

function keyOf(number: number): MadeKey {
  const known = made.get(number)
  if (known !== undefined) return known
  const seed = Buffer.alloc(32)
  seed.writeUInt32BE(number)
  const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url')
  const fresh = { device: deviceIdOf(publicKey, sha256), publicKey, key }
  made.set(number, fresh)
  return fresh
}
