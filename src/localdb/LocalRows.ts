// The rows of the tablet's database. Plaintext columns are ids, counters, sizes and flags; `bytes` always passed the sealer.
import type { Dot, EntityId, StreamId } from '../domain/oplog/Dot.ts'

export const operationStatuses = ['unsent', 'acked', 'refused'] as const
/** `acked`: durable on the server, kept here until a pulled page contains it. `refused`: kept for a person, with its code. */
export type OperationStatus = (typeof operationStatuses)[number]

/** One own operation. Key: [stream, n]. */
export interface OperationRow {
  readonly stream: StreamId
  readonly n: number
  readonly status: OperationStatus
  /** Why it was refused; empty otherwise. */
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

/** Where a reader stands: the cursor within a generation of pulled pages, and the n of the last own operation seen. */
export interface StreamPosition {
  readonly generation: number
  readonly cursor: number
  readonly own: number
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

/** One evidence file, known by its hash. Key: sha256. */
export interface EvidenceRow {
  readonly sha256: string
  readonly status: 'unsent' | 'stored'
  readonly size: number
}

/** Key: [sha256, index]. */
export interface EvidenceChunkRow {
  readonly sha256: string
  readonly index: number
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
