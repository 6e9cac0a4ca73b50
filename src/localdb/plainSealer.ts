// A sealer without secrecy: it adds a checksum over place and bytes, so damaged or misplaced rows are noticed as they will be
// when sealing encrypts. It must never be taken for protection against a person.
import { SealBroken, type Sealer } from './Sealer.ts'

const checksumBytes = 4

export const plainSealer: Sealer = {
  seal(bytes, aad) {
    const sealed = new Uint8Array(bytes.length + checksumBytes)
    sealed.set(bytes)
    new DataView(sealed.buffer).setUint32(bytes.length, checksum(bytes, aad))
    return Promise.resolve(sealed)
  },
  open(sealed, aad) {
    const length = sealed.length - checksumBytes
    if (length < 0) return Promise.reject(new SealBroken('too short'))
    const bytes = sealed.subarray(0, length)
    const written = new DataView(sealed.buffer, sealed.byteOffset).getUint32(length)
    if (written !== checksum(bytes, aad)) return Promise.reject(new SealBroken('checksum differs'))
    return Promise.resolve(bytes)
  },
}

/** FNV-1a, 32 bits: about a millisecond a megabyte, against accidents only. */
function checksum(bytes: Uint8Array, aad: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < aad.length; at += 1) hash = Math.imul(hash ^ aad.charCodeAt(at), 0x01000193)
  // By index: a page that has just started interprets this loop, and there an iterator takes four times as long.
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash >>> 0
}
