// One recorded change in words, for people to read.

export interface HistoryVersion {
  readonly key: string
  readonly author: string
  /** この端末, or another one by the beginning of its id. */
  readonly device: string
  /** ISO instant of the writing device's clock. */
  readonly at: string
  /** What that clock was off by then, as far as its device knew, in milliseconds. */
  readonly offset: number | null
  readonly words: string
}

/**
 * `counts`: it acts, or has acted until another one took its place. `parallel`: one of several current values, waiting for a decision.
 * `late`, `set-aside`: came without having seen the sign-off, and waits, or was not taken. `refused`: not accepted by the server.
 * `unsent`: on this tablet alone. `unknown`: of a newer release, kept and not shown.
 */
export const standings = ['counts', 'parallel', 'late', 'set-aside', 'refused', 'unsent', 'unknown'] as const
export type Standing = (typeof standings)[number]

export interface HistoryEntry extends HistoryVersion {
  /** What was changed: 措置2 措置内容. */
  readonly label: string
  readonly standing: Standing
  /** What stands today; false for what another change has replaced. */
  readonly isCurrent: boolean
  /** The one version that it replaced. */
  readonly before: HistoryVersion | undefined
  /** The versions among which this one decided; empty for an ordinary change. */
  readonly settledFrom: readonly HistoryVersion[]
  /** It brought back what had stood before the change that it replaced. */
  readonly isTakingBack: boolean
  /** Who took it back later, or removed the whole thing. */
  readonly endedBy: { readonly how: 'taken-back' | 'removed'; readonly by: HistoryVersion } | undefined
  /** An act that somebody stands by with their name [A21]. */
  readonly isAct: boolean
  /** The tablet's clock cannot have been right: it shows an earlier time than what was replaced. */
  readonly isBeforeReplaced: boolean
  /** Whether it can be written again. */
  readonly canRestore: boolean
}
