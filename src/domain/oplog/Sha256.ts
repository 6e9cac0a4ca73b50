// The hash port of the core. Synchronous, so that hashing never opens a gap in which another tab could write.

/** SHA-256 of the UTF-8 bytes of a text, as base64url without padding (43 characters). */
export type Sha256 = (text: string) => string

const hashPattern = /^[A-Za-z0-9_-]{43}$/

export function isHash(value: string): boolean {
  return hashPattern.test(value)
}

/** What `prev` holds in a device's first operation of a stream [M2]. */
export const noPrevious = ''
