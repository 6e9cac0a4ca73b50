// One immutable change to one register of one entity. Its header text is serialised once and then stored, hashed and sent verbatim.
import type { DeviceId, Dot, EntityId, PersonId, StreamId } from './Dot.ts'

export interface OperationHeader {
  /** The version of the body's form, counted per kind [M13]. */
  readonly v: number
  readonly stream: StreamId
  readonly device: DeviceId
  readonly n: number
  /** Hash of this device's previous operation of the stream; empty for n = 1 [M2]. */
  readonly prev: string
  readonly kind: string
  readonly entity: EntityId
  /** What the author saw in the register and replaces by this operation [M4]. */
  readonly supersedes: readonly Dot[]
  readonly author: PersonId
  /** The tablet's clock, an ISO instant: a claim for people to read, never used for ordering [M10]. */
  readonly at: string
  /** The tablet's last known distance to the server's clock, in milliseconds; null when it never met a server. */
  readonly offset: number | null
  /** SHA-256 of salt followed by body [M3]. */
  readonly bodyHash: string
}

/** As stored and sent: three texts that are never serialised again. */
export interface EncodedOperation {
  readonly header: string
  readonly body: string
  readonly salt: string
}

/** A parsed operation. `body` is still unknown here: its kind says what it must hold. */
export interface Operation extends OperationHeader {
  readonly dot: Dot
  readonly body: unknown
}

/** What folding needs of an operation: as much is kept of one that cannot act yet, so that it can act later [M9] [M14]. */
export type FoldableOperation = Pick<
  Operation,
  'dot' | 'v' | 'device' | 'n' | 'kind' | 'entity' | 'supersedes' | 'author' | 'at' | 'offset' | 'body'
>

/** What a decider wishes to be recorded: the log adds who, where and when. */
export interface OperationDraft {
  /** The body's version where its kind has left the first one behind [M13]. */
  readonly v?: number
  readonly kind: string
  readonly entity: EntityId
  readonly supersedes: readonly Dot[]
  readonly body: unknown
}
