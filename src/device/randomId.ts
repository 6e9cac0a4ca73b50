// Fresh ids and salts from the browser's cryptographic randomness.
import { toBase64url } from './toBase64url.ts'

/** 128 random bits as 22 base64url characters: an id, a nonce or a salt [M3]. */
export function randomId(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(16)))
}
