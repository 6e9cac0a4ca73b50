// What can go wrong around a database, in words of ours. Nothing above the store looks at an engine's own codes.

/**
 * `busy`: others hold the data, the same call may work in a moment. `full`: no room left on the storage.
 * `unavailable`: the database cannot be reached or the connection broke, so it is unknown whether the call took effect.
 * `not-writable`: the data folder or file cannot be written. `newer-database`: written by a newer release than this one.
 * `broken`: anything else; a person must look.
 */
export type StoreErrorCode = 'busy' | 'full' | 'unavailable' | 'not-writable' | 'newer-database' | 'broken'

const retryableCodes: readonly StoreErrorCode[] = ['busy', 'full', 'unavailable']

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }

  /** Whether the same call may succeed later. Appending twice is harmless: the second time answers `duplicate`. */
  get isRetryable(): boolean {
    return retryableCodes.includes(this.code)
  }
}
