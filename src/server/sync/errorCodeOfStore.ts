// Which code a tablet gets when the store fails: whether to come again soon, later, or to tell a person.
import type { ErrorCode } from '../../protocol/errorAnswer.ts'
import { StoreError, type StoreErrorCode } from '../store/StoreError.ts'

const codes: Readonly<Record<StoreErrorCode, ErrorCode>> = {
  busy: 'busy',
  unavailable: 'busy',
  full: 'storage-full',
  'not-writable': 'internal',
  'newer-database': 'internal',
  broken: 'internal',
}

/** Undefined where the error is not the store's. */
export function errorCodeOfStore(error: unknown): ErrorCode | undefined {
  return error instanceof StoreError ? codes[error.code] : undefined
}
