// Translates what libsql, pg and Node throw. The one place that knows engine error codes.
import { StoreError, type StoreErrorCode } from './StoreError.ts'

const exactCodes: Readonly<Record<string, StoreErrorCode>> = {
  SQLITE_FULL: 'full',
  // The shared-memory index of the write-ahead log could not grow: a full disk in another dress.
  SQLITE_IOERR_SHMSIZE: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  '53100': 'full',
  // Serialization failure, deadlock, lock not available, statement timeout, too many connections.
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '53300': 'busy',
  // Administrator shutdown, crash shutdown, cannot connect now, idle in transaction.
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '25P03': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ENOENT: 'unavailable',
  ENOTFOUND: 'unavailable',
  EAI_AGAIN: 'unavailable',
  EPIPE: 'unavailable',
  ETIMEDOUT: 'unavailable',
  EHOSTUNREACH: 'unavailable',
  SQLITE_CANTOPEN: 'not-writable',
  SQLITE_PERM: 'not-writable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  EEXIST: 'not-writable',
  ENOTDIR: 'not-writable',
}

const codePrefixes: readonly (readonly [string, StoreErrorCode])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_READONLY', 'not-writable'],
  // SQL standard class 08: connection exceptions.
  ['08', 'unavailable'],
]

/** pg and libsql throw these without a code. */
const codelessMessages: readonly (readonly [RegExp, StoreErrorCode])[] = [
  [/Unable to open connection to local database/, 'not-writable'],
  [
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/,
    'unavailable',
  ],
  [/Query read timeout/, 'unavailable'],
]

export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  return new StoreError(storeErrorCodeOf(error), error)
}

function storeErrorCodeOf(error: unknown): StoreErrorCode {
  if (!(error instanceof Error)) return 'broken'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code !== undefined)
    return exactCodes[code] ?? codePrefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'broken'
  return codelessMessages.find(([pattern]) => pattern.test(error.message))?.[1] ?? 'broken'
}
