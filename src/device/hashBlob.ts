// SHA-256 of a file's bytes. WebCrypto computes it outside of the page's thread.
import { toBase64url } from './toBase64url.ts'

/** As base64url without padding (43 characters). Rejects where the bytes cannot be read any more. */
export async function hashBlob(bytes: Blob): Promise<string> {
  return hashBuffer(await bytes.arrayBuffer())
}

/** The same of bytes that are in memory already: reading four megabytes once more takes as long as hashing them. */
export async function hashBuffer(bytes: ArrayBuffer): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
