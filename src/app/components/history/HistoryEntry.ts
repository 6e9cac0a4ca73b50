// One recorded change in words, for people to read.

export interface HistoryVersion {
  readonly key: string
  readonly author: string
  readonly isThisDevice: boolean
  /** ISO instant of the writing device's clock. */
  readonly at: string
  /** What that clock was off by then, as far as its device knew, in milliseconds. */
  readonly offset: number | null
  readonly words: string
}

export interface HistoryEntry extends HistoryVersion {
  /** What was changed: 措置2 措置内容. */
  readonly label: string
  /** `parallel`: one of several current values, waiting for a decision. */
  readonly state: 'current' | 'parallel' | 'earlier'
  /** The versions among which this one decided; empty for an ordinary change. */
  readonly settledFrom: readonly HistoryVersion[]
  /** Whether it can be written again. */
  readonly canRestore: boolean
}
