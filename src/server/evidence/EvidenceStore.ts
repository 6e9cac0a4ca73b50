// Where evidence lies for good: each file under the SHA-256 of its bytes (base64url), written once and never changed.
// Knows no uploads, no types and no HTTP.
import type { Readable } from 'node:stream'

/** Every method rejects with an EvidenceStorageError only; so does the stream of `read`. */
export interface EvidenceStore {
  /** Takes over a staged file whose hash was found right: durable when it resolves. The staged file is gone then. Doing it twice changes nothing. */
  readonly keep: (staged: StagedFile) => Promise<void>
  /** Undefined where there is no such file. Proves nothing about its bytes. */
  readonly find: (sha256: string) => Promise<{ readonly size: number } | undefined>
  /** The bytes as they are stored, right or not. */
  readonly read: (sha256: string) => Promise<StoredBytes | undefined>
  /** In the order of names; what is added meanwhile may be missing. */
  readonly list: () => AsyncIterable<string>
}

export interface StoredBytes {
  readonly size: number
  /** Must be read to its end or destroyed. */
  readonly bytes: Readable
}

/** A whole file on the local disk, not yet evidence. */
export interface StagedFile {
  readonly path: string
  readonly sha256: string
  readonly size: number
}

const fileName = /^[A-Za-z0-9_-]{43}$/

export function isEvidenceName(name: string): boolean {
  return fileName.test(name)
}

/** `aa/<sha256>`: so that no folder has all of them. */
export function evidencePath(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`
}
