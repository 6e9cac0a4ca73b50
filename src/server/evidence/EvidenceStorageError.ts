// What can go wrong around the place where evidence lies, in words of ours: disk and S3 alike.

/**
 * `full`: no room left. `unavailable`: the storage cannot be reached now, the same call may work later. `not-writable`: the folder cannot
 * be written. `refused`: the storage does not take our key, bucket or request; a person must mend the settings. `broken`: anything else.
 */
export type EvidenceStorageCode = 'full' | 'unavailable' | 'not-writable' | 'refused' | 'broken'

export class EvidenceStorageError extends Error {
  override readonly name = 'EvidenceStorageError'
  readonly code: EvidenceStorageCode

  constructor(code: EvidenceStorageCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }

  get isRetryable(): boolean {
    return this.code === 'full' || this.code === 'unavailable'
  }
}

const codes: Readonly<Record<string, EvidenceStorageCode>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
  EMFILE: 'unavailable',
  ENFILE: 'unavailable',
}

/** Of what the file system threw. */
export function toEvidenceStorageError(error: unknown): EvidenceStorageError {
  if (error instanceof EvidenceStorageError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return new EvidenceStorageError(codes[String(code)] ?? 'broken', error)
}
