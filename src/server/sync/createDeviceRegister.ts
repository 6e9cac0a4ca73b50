// Who signed a run: proves it by the device's key, and remembers the key so that others can prove it too.
// Believes nobody: a device's id is made from its key [P10], and signatures are verified here, once, and nowhere again.
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { deviceIdOf } from '../../domain/oplog/deviceIdOf.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import type { DeviceKey } from '../../protocol/signature.ts'
import type { Store } from '../store/createStore.ts'
import type { DeviceWithKey } from '../store/devices.ts'

export interface SignedText {
  readonly text: string
  /** As base64url. */
  readonly signature: string
}

export interface DeviceRegister {
  /** Why this is not the device's word; undefined where it is. */
  readonly verify: (device: DeviceWithKey, signed: SignedText) => 'wrong-key' | 'bad-signature' | undefined
  /** Resolves when the key is kept. Only for keys that have verified something. */
  readonly note: (device: DeviceWithKey) => Promise<void>
}

export interface RegisterSettings {
  readonly store: Store
  readonly organisation: string
  readonly now: () => Date
  readonly sha256: Sha256
}

/** Reading a key costs as much as verifying with it. More devices than work at one time. */
const mostKept = 1_000

export function createDeviceRegister({ store, organisation, now, sha256 }: RegisterSettings): DeviceRegister {
  const keys = new Map<string, KeyObject | undefined>()
  const noted = new Set<string>()

  function keyOf({ device, algorithm, publicKey }: DeviceWithKey): KeyObject | undefined {
    const name = `${device} ${algorithm} ${publicKey}`
    if (keys.has(name)) return keys.get(name)
    if (keys.size >= mostKept) keys.clear()
    const isItsOwn = deviceIdOf(publicKey, sha256) === device
    const key = isItsOwn ? readKey({ algorithm, publicKey }) : undefined
    keys.set(name, key)
    return key
  }

  return {
    verify: (device, signed) => {
      const key = keyOf(device)
      if (key === undefined) return 'wrong-key'
      return isSignedBy(key, signed) ? undefined : 'bad-signature'
    },
    note: async (device) => {
      if (noted.has(device.device)) return
      await store.noteDevice(organisation, device, now().toISOString())
      if (noted.size >= mostKept) noted.clear()
      noted.add(device.device)
    },
  }
}

/** Undefined where it is no key of that algorithm. */
function readKey({ algorithm, publicKey }: DeviceKey): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' })
    const isEd25519 = key.asymmetricKeyType === 'ed25519'
    const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    return (algorithm === 'Ed25519' ? isEd25519 : isP256) ? key : undefined
  } catch {
    return undefined
  }
}

function isSignedBy(key: KeyObject, { text, signature }: SignedText): boolean {
  const digest = key.asymmetricKeyType === 'ec' ? 'sha256' : null
  try {
    // Browsers give the two numbers of an ECDSA signature side by side; DER is node's own default.
    const form = { key, dsaEncoding: 'ieee-p1363' } as const
    return verify(digest, Buffer.from(text, 'utf8'), form, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
