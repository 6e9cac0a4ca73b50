// One entry that the server keeps aside, in words.

export interface HeldEntry {
  readonly id: string
  /** ISO instant of the server's clock. */
  readonly receivedAt: string
  /** Name or beginning of the id of whom it says it is from. */
  readonly who: string
  readonly device: string
  readonly audit: string
  /** Such as: A04 所見. */
  readonly what: string
  readonly reason: string
  readonly advice: string
}
