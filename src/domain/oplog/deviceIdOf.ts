// A device's id is made from its public key, so that the key alone proves the device: no register of devices has to be believed.
import type { DeviceId } from './Dot.ts'
import type { Sha256 } from './Sha256.ts'

/** 132 bits: nobody finds a second key to an id. Written with every operation, so not longer than it must be. */
const idLength = 22

/** `publicKey`: the SPKI bytes as base64url without padding, exactly as on the wire [M12]. */
export function deviceIdOf(publicKey: string, sha256: Sha256): DeviceId {
  return sha256(publicKey).slice(0, idLength) as DeviceId
}
