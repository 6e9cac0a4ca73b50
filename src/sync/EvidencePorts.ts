// What sending and fetching of evidence needs of the world around it, beside the ports of the engine.
import type { TransportAnswer } from './SyncPorts.ts'
import type { DeviceKey } from '../protocol/signature.ts'

export interface LargeUpload {
  readonly sha256: string
  readonly size: number
  /** The bytes of one request; undefined where they can no longer be read. */
  readonly read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Bytes in one request. */
  readonly chunkBytes: number
  /** Where an earlier upload of it stands; undefined: from the beginning. */
  readonly place: string | undefined
  readonly onPlace: (place: string) => void
  readonly onProgress: (sentBytes: number) => void
}

/** `sent`: all of it went up, which proves nothing. `unreadable`: the bytes are not here any more. */
export type UploadOutcome = { readonly state: 'sent' } | { readonly state: 'unreadable' } | TransportAnswer

export type BytesAnswer =
  | { readonly state: 'answered'; readonly bytes: Blob }
  /** Any other answer than the bytes. */
  | { readonly state: 'refused'; readonly answer: TransportAnswer }

export interface EvidenceTransport {
  /** One request with the bytes as they are. Never rejects. */
  readonly put: (path: string, bytes: Blob) => Promise<TransportAnswer>
  /** By tus, in requests of `chunkBytes`. Never rejects. */
  readonly upload: (upload: LargeUpload) => Promise<UploadOutcome>
  /** The bytes, of at most `mostBytes`; with `to` only those before it. Never rejects. */
  readonly fetch: (path: string, wish: { readonly mostBytes: number; readonly to?: number }) => Promise<BytesAnswer>
}

/** Whether the signature is the key's over the text; undefined where this browser cannot tell. */
export type Verify = (key: DeviceKey, signature: string, text: string) => Promise<boolean | undefined>
/** SHA-256 of the bytes as base64url. */
export type HashBytes = (bytes: Blob) => Promise<string>

export interface EvidencePorts {
  readonly transport: EvidenceTransport
  readonly verify: Verify
  readonly hash: HashBytes
}
