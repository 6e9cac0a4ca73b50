// A publication of the follow-up report as the screens tell of it.

export interface PublicationView {
  readonly key: string
  readonly reportNo: string
  readonly author: string
  readonly at: string
  readonly device: string
  /** How many findings were published. */
  readonly count: number
  /** SHA-256 of what the report said, base64url. */
  readonly contentHash: string
}
