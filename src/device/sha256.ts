// SHA-256 of texts, synchronously: WebCrypto's hash is asynchronous and would open a gap in which another tab could write.
import { sha256 as digest } from '@noble/hashes/sha2.js'
import { toBase64url } from './toBase64url.ts'

const encoder = new TextEncoder()

/** SHA-256 of the UTF-8 bytes of a text, as base64url without padding (43 characters). */
export function sha256(text: string): string {
  return toBase64url(digest(encoder.encode(text)))
}
