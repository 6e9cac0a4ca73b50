// Keys for test devices: real ones, the same for the same name in every run, so that a failing seed plays back with the same ids.
import { createECDH, createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import type { DeviceId } from '../../../src/domain/oplog/Dot.ts'
import { deviceIdOf } from '../../../src/domain/oplog/deviceIdOf.ts'
import type { DeviceKey } from '../../../src/protocol/signature.ts'
import { sha256ForTests } from '../sha256ForTests.ts'

export interface TestKey {
  readonly device: DeviceId
  readonly deviceKey: DeviceKey
  /** Over the UTF-8 bytes, as base64url, in the form that browsers give. */
  readonly sign: (text: string) => string
}

type Algorithm = DeviceKey['algorithm']

const kept = new Map<string, TestKey>()

export function testKey(name: string, algorithm: Algorithm = 'Ed25519'): TestKey {
  const known = kept.get(`${algorithm} ${name}`)
  if (known) return known
  const privateKey = privateKeys[algorithm](createHash('sha256').update(`test key ${name}`).digest())
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64url')
  const digest = algorithm === 'ES256' ? 'sha256' : null
  const key: TestKey = {
    device: deviceIdOf(publicKey, sha256ForTests),
    deviceKey: { algorithm, publicKey },
    sign: (text) =>
      sign(digest, Buffer.from(text, 'utf8'), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  }
  kept.set(`${algorithm} ${name}`, key)
  return key
}

/** PKCS#8 of an Ed25519 key up to its 32 secret bytes (RFC 8410). */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKeys: Readonly<Record<Algorithm, (secret: Buffer) => KeyObject>> = {
  Ed25519: (secret) => createPrivateKey({ key: Buffer.concat([ed25519Prefix, secret]), format: 'der', type: 'pkcs8' }),
  ES256: (secret) => {
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(secret)
    const point = curve.getPublicKey()
    // After the byte that says "uncompressed".
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
    const jwk = { kty: 'EC', crv: 'P-256', d: secret.toString('base64url'), x, y }
    return createPrivateKey({ key: jwk, format: 'jwk' })
  },
}
