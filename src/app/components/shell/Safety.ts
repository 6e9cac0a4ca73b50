// What the question "is it safe?" comes down to: what exists on this tablet alone, since when, and when the server last said it has the rest.

export interface Safety {
  readonly entries: number
  readonly files: number
  readonly fileBytes: number
  /** Not taken by the server: kept here for a person. */
  readonly refused: number
  /** When the oldest of what is unsent was saved, an ISO instant; null where nothing waits. */
  readonly oldestAt: string | null
  /** When the server last confirmed everything it was sent. */
  readonly lastReceiptAt: string | null
}
