// A file on its way to becoming evidence: until it is saved this page holds the only copy of a photo.

export interface PickedFile {
  readonly bytes: Blob
  readonly name: string
  /** ISO instant of the tablet's clock when it was taken; null for a picked file. */
  readonly capturedAt: string | null
}

/** What did not become evidence, and why. */
export interface LeftFile {
  readonly id: number
  readonly name: string
  /** One of the texts `evidence.refused.<code>`, or `errors.<code>` of a save that failed. */
  readonly code: string
  /** There to be saved once more; absent where its kind is not taken. */
  readonly file: PickedFile | undefined
}
