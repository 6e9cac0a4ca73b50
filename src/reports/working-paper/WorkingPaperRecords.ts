// What the working paper says of the log behind the audit, in words already: who reads a log makes them, the paper only prints them.
import type { DeviceId } from '../../domain/oplog/Dot.ts'

/** Something that a person wrote on a tablet. */
export interface WrittenVersion {
  readonly author: string
  readonly device: DeviceId
  /** ISO instant of the tablet's clock, and its known distance to the server's in milliseconds. */
  readonly at: string
  readonly offset: number | null
  readonly words: string
}

/** One field of one thing: 指摘２（１） 措置内容. */
export interface FieldPlace {
  readonly place: string
  readonly field: string
}

export interface OpenConflict extends FieldPlace {
  readonly versions: readonly WrittenVersion[]
}

/** Came without having seen the sign-off. */
export interface LateLine extends FieldPlace, WrittenVersion {
  readonly state: 'waiting' | 'set-aside'
}

/**
 * `parallel`: one of several current values. `late`, `set-aside`: kept, and does not count. `refused`: the server did not take it.
 * `unknown`: of a newer release.
 */
export type HistoryStanding = 'counts' | 'parallel' | 'late' | 'set-aside' | 'refused' | 'unsent' | 'unknown'

export interface HistoryLine extends FieldPlace, WrittenVersion {
  readonly standing: HistoryStanding
  /** The versions of a conflict that this one settled; empty for an ordinary change. */
  readonly settledFrom: readonly WrittenVersion[]
}

/** The end of one tablet's chain in this audit. */
export interface ChainEnd {
  readonly device: DeviceId
  readonly n: number
  /** SHA-256 of its last operation's header, base64url. */
  readonly hash: string
}

export interface WorkingPaperRecords {
  readonly conflicts: readonly OpenConflict[]
  readonly late: readonly LateLine[]
  /** In the order of the log. */
  readonly history: readonly HistoryLine[]
  /** Whether the log is here from its first operation on; otherwise earlier changes are not in `history`. */
  readonly isHistoryWhole: boolean
  readonly chainEnds: readonly ChainEnd[]
}
