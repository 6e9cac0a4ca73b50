// Trouble of the tablet's database, in a closed list of codes. Whoever catches one knows: what was to be written is not saved.

export const localDatabaseCodes = [
  /** The browser's allowance for this site is used up. */
  'quota-exceeded',
  /** The disk itself is full. */
  'disk-full',
  /** The connection died and a second try did not bring it back: only a reload of the page can. */
  'database-lost',
  /** An older tab holds the database open and keeps it from being upgraded. */
  'blocked',
  /** A newer release has written this database; this one must not touch it. */
  'newer-database',
  /** This tablet has taken another identity since the page was loaded: another tab found out that a copy of it is in use. */
  'identity-changed',
  /** Anything else: the transaction was rolled back. */
  'not-saved',
] as const

export type LocalDatabaseCode = (typeof localDatabaseCodes)[number]

/** What only loading the page anew can cure: it saves nothing more. */
export const lostCodes = [
  'database-lost',
  'newer-database',
  'identity-changed',
] as const satisfies readonly LocalDatabaseCode[]

export type LostCode = (typeof lostCodes)[number]

export function isLostCode(code: LocalDatabaseCode): code is LostCode {
  return lostCodes.some((lost) => lost === code)
}

const retryable: readonly LocalDatabaseCode[] = ['quota-exceeded', 'disk-full', 'blocked', 'not-saved']

export class LocalDatabaseError extends Error {
  override readonly name = 'LocalDatabaseError'
  readonly code: LocalDatabaseCode
  /** True where the same call may succeed later on this page; the others need a reload. */
  readonly isRetryable: boolean

  constructor(code: LocalDatabaseCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.isRetryable = retryable.includes(code)
  }
}

const codeOfName: Readonly<Record<string, LocalDatabaseCode>> = {
  QuotaExceededError: 'quota-exceeded',
  // Chromium on a full disk. Our keys are checked before, so it cannot be a bad key here.
  DataError: 'disk-full',
  DatabaseClosedError: 'database-lost',
  InvalidStateError: 'database-lost',
  // WebKit: "Connection to Indexed Database server lost".
  UnknownError: 'database-lost',
  TransactionInactiveError: 'not-saved',
  VersionError: 'newer-database',
}

/** The error as it is told to callers. An abort hides its reason in `inner` (Dexie) or `cause`: the innermost one that we know decides. */
export function asLocalDatabaseError(error: unknown): LocalDatabaseError {
  if (error instanceof LocalDatabaseError) return error
  let code: LocalDatabaseCode = 'not-saved'
  for (let at: unknown = error, depth = 0; isErrorLike(at) && depth < 5; at = at.inner ?? at.cause, depth += 1) {
    code = isDiskFull(at) ? 'disk-full' : (codeOfName[at.name] ?? code)
  }
  return new LocalDatabaseError(code, error)
}

/** Chromium writes the file system's own word into the message of an error that could be anything, and words of its own when it opens. */
function isDiskFull({ message }: { message?: unknown }): boolean {
  return typeof message === 'string' && /FILE_ERROR_NO_SPACE|full disk/.test(message)
}

function isErrorLike(value: unknown): value is { name: string; message?: unknown; inner?: unknown; cause?: unknown } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}
