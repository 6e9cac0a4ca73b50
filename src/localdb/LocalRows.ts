// The rows of the tablet's database. Plaintext columns are ids, counters, sizes and flags; `bytes` always passed the sealer.
import type { DeviceId, Dot, EntityId, StreamId } from '../domain/oplog/Dot.ts'

export const operationStatuses = ['unsent', 'acked', 'refused'] as const
/**
 * `acked`: durable on the server, kept here until a pulled page contains it. `refused`: kept for a person, with its code.
 * A row still says `unsent` after its acknowledgement: the watermark of its stream tells (`statusOf`).
 */
export type OperationStatus = (typeof operationStatuses)[number]

/** One own operation. Key: [stream, n]. */
export interface OperationRow {
  readonly stream: StreamId
  readonly n: number
  readonly status: OperationStatus
  /** Why it was refused; kept where it is offered again; empty otherwise. */
  readonly code: string
  /** Header hash: tells our operation from another one with the same dot. */
  readonly hash: string
  /** UTF-8 bytes before sealing. */
  readonly size: number
  readonly bytes: Uint8Array
}

/**
 * Contiguous operations of the server's log. Key: [stream, generation, to], so that everything after a position is one key range.
 * A refetch fills the next generation and leaves the older one readable until the new one covers it.
 */
export interface SegmentRow {
  readonly stream: StreamId
  readonly generation: number
  readonly from: number
  readonly to: number
  readonly size: number
  readonly bytes: Uint8Array
}

/**
 * The folded state of versions 1 to `version` in place of their operations: a first download, or what was dropped once it was backed
 * up. Part of the log, unlike the cache in `snapshots`. Key: [stream, generation].
 */
export interface BaseRow {
  readonly stream: StreamId
  readonly generation: number
  readonly version: number
  readonly size: number
  readonly bytes: Uint8Array
}

/** Where a reader stands: the cursor within a generation of pulled pages, and the n of the last own operation seen. */
export interface StreamPosition {
  readonly generation: number
  readonly cursor: number
  readonly own: number
  /** `StreamRow.refolds` of then: another number means that the state itself must be folded anew. */
  readonly refolds: number
}

/** One stream. Key: stream. */
export interface StreamRow {
  readonly stream: StreamId
  readonly generation: number
  /** The oldest generation that still has segments; below `generation` while a refetch is not settled. */
  readonly oldest: number
  /** Version of the last pulled operation. */
  readonly cursor: number
  /** Chain root at the cursor [P4]. */
  readonly root: string
  /** Bytes of the segment that ends at the cursor. */
  readonly tailSize: number
  /** This device's chain: n and hash of its last operation [M1] [M2]. */
  readonly n: number
  readonly prev: string
  /** Own operations up to this n have their verdict. Their rows need not be rewritten for it: only a refusal is written into the row. */
  readonly acked: number
  /**
   * Own operations up to this n were in a server's log before a restore took them away, but for those whose row keeps the code of a
   * refusal: they are sent as such [P13].
   */
  readonly again: number
  /** The operations of versions up to here are not held in this generation, only the state they fold to (`bases`); 0: the whole log is here. */
  readonly base: number
  /** The log is wanted from version 1: no snapshot in place of it. Matters while nothing of this generation was pulled. */
  readonly isWholeWanted: boolean
  /** The server's backups hold the stream up to this version. */
  readonly backedUp: number
  /** Raised when something that was folded no longer counts, so that every state made before is folded anew. */
  readonly refolds: number
  readonly summary: Uint8Array | null
  readonly summaryAt: StreamPosition | null
}

/** The folded state at a position. Key: stream. */
export interface SnapshotRow extends StreamPosition {
  readonly stream: StreamId
  /** Snapshots of another release are ignored: its parsers may read the same operations differently. */
  readonly release: string
  readonly size: number
  readonly bytes: Uint8Array
}

/** The public key of a device whose signatures are held here: its runs can then be handed on. Key: device. */
export interface DeviceKeyRow {
  readonly device: DeviceId
  readonly algorithm: 'Ed25519' | 'ES256'
  readonly publicKey: string
}

/** A signed run of another device that waits to be handed to the server. Key: [device, stream, from]. */
export interface RelayRow {
  readonly device: DeviceId
  readonly stream: StreamId
  /** n of the first and the last operation. */
  readonly from: number
  readonly to: number
  /** Over the header of the last operation [P8]. */
  readonly signature: string
  /** It was in a server's log before [P13]. */
  readonly again: boolean
  readonly status: 'waiting' | 'refused'
  /** Why it was refused; empty otherwise. */
  readonly code: string
  readonly size: number
  readonly bytes: Uint8Array
}

/** An own operation of an identity that this tablet gave up. It is kept for export and never folded. Key: [device, stream, n]. */
export interface RetiredRow extends OperationRow {
  readonly device: DeviceId
  /** The dot under which it was recorded once more; null where it could not be or must not be. */
  readonly movedTo: Dot | null
}

/** Bytes set aside, to be freed when the disk is full. Key: name. */
export interface ReserveRow {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface DraftKey {
  readonly stream: StreamId
  readonly entity: EntityId
  readonly register: string
}

/** Text in progress. Key: [stream, entity, register]. */
export interface DraftRow extends DraftKey {
  readonly bytes: Uint8Array
}

/** What a draft holds once opened. */
export interface DraftContent {
  readonly kind: string
  readonly text: string
  /** The operation's body as it would be recorded now. */
  readonly body: unknown
  /** The dots that the register held when typing began: what the finished operation supersedes. */
  readonly seen: readonly Dot[]
  /** ISO instant. */
  readonly changedAt: string
}

export const evidenceStatuses = ['unsent', 'stored', 'refused', 'freed', 'absent'] as const
/**
 * | status    | bytes here | at the server                                            |
 * |-----------|------------|----------------------------------------------------------|
 * | `unsent`  | yes        | not known; sent as soon as there is a way                |
 * | `stored`  | yes        | proven, under the epoch that the proof names             |
 * | `refused` | yes        | it does not take them (`code`): kept for export          |
 * | `freed`   | no         | proven when they were let go                             |
 * | `absent`  | no         | never proven: lost here (`code`), and perhaps altogether |
 *
 * What another device captured and nobody opened here has no row.
 */
export type EvidenceStatus = (typeof evidenceStatuses)[number]

/** One evidence file, known by its hash. Key: sha256. */
export interface EvidenceRow {
  readonly sha256: string
  readonly status: EvidenceStatus
  /** Bytes before sealing. */
  readonly size: number
  /** Bytes of every chunk but the last. */
  readonly chunkSize: number
  readonly mediaType: string
  /** Since when its bytes are here, an ISO instant of the tablet's clock; empty where that is not known. */
  readonly heldSince: string
  /** Why it was refused or what became of it; empty otherwise. */
  readonly code: string
  /** Sealed: what proves that the server has it. */
  readonly proof: Uint8Array | null
  /** Sealed: where a large upload under way goes on. */
  readonly upload: Uint8Array | null
}

/** Key: [sha256, index]. */
export interface EvidenceChunkRow {
  readonly sha256: string
  readonly index: number
  readonly bytes: Uint8Array
}

/** A small picture of an evidence file; it can be made anew. Key: sha256. */
export interface ThumbnailRow {
  readonly sha256: string
  readonly mediaType: string
  readonly size: number
  readonly bytes: Uint8Array
}

/** Sealed JSON, or a non-extractable key that the browser itself keeps closed. Key: name. */
export interface VaultRow {
  readonly name: string
  readonly value: Uint8Array | CryptoKey
}

/** Proof that this is the database we knew. Key: name. */
export interface SentinelRow {
  readonly name: 'device'
  readonly device: string
}
