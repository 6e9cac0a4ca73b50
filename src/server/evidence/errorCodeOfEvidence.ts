// Which code a tablet gets when the storage of evidence fails: whether to come again soon, later, or to tell a person.
import type { ErrorCode } from '../../protocol/errorAnswer.ts'
import { EvidenceStorageError, type EvidenceStorageCode } from './EvidenceStorageError.ts'

const codes: Readonly<Record<EvidenceStorageCode, ErrorCode>> = {
  full: 'storage-full',
  unavailable: 'busy',
  'not-writable': 'internal',
  refused: 'internal',
  broken: 'internal',
}

/** Undefined where the error is not the storage's. */
export function errorCodeOfEvidence(error: unknown): ErrorCode | undefined {
  return error instanceof EvidenceStorageError ? codes[error.code] : undefined
}
