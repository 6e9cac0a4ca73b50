// Which incident an error at the start stands for. An error that names none of them is a bug and stays one.
import type { IncidentKind, IncidentWay } from './IncidentText.ts'

/** Codes of `LocalDatabaseError`, as the incident they lead to when the storage does not even open. */
const kindOfCode: Readonly<Record<string, IncidentKind>> = {
  'quota-exceeded': 'quota-exceeded',
  'disk-full': 'disk-full',
  'database-lost': 'connection-lost',
  blocked: 'blocked',
  'newer-database': 'newer-database',
  'not-saved': 'cannot-open',
}

/** Names by which browsers refuse storage altogether: private windows, cookies switched off, a policy. */
const refusals = ['SecurityError', 'MissingAPIError', 'NotAllowedError', 'InvalidAccessError']

export interface StartTrouble {
  /** `LocalDatabaseError.code`; undefined for anything else that ended the start. */
  readonly code: string | undefined
  /** Names and messages of the error and of what caused it, outermost first. */
  readonly causes: readonly { readonly name: string; readonly message: string }[]
  /** Another try to write found the disk full. */
  readonly isDiskFull: boolean
}

export function incidentOf({ code, causes, isDiskFull }: StartTrouble): IncidentKind | undefined {
  if (isDiskFull || causes.some(({ message }) => /full disk|NO_SPACE/i.test(message))) return 'disk-full'
  if (causes.some(isRefusal)) return 'refused'
  if (causes.some(isMissingPart)) return 'unfinished'
  return code === undefined ? undefined : kindOfCode[code]
}

/** Firefox's private windows of old: "did not allow mutations". */
function isRefusal({ name, message }: StartTrouble['causes'][number]): boolean {
  return refusals.includes(name) || /did not allow mutations/i.test(message)
}

/** Each browser has words of its own for a script that did not come. */
export function isMissingPart({ name, message }: { readonly name: string; readonly message: string }): boolean {
  const words = /dynamically imported module|module script failed|error loading dynamically|Unable to preload/i
  return name === 'TypeError' ? words.test(message) : /Unable to preload/i.test(message)
}

/** What can be done about it, the most useful first. */
export function waysOf(kind: IncidentKind): readonly IncidentWay[] {
  switch (kind) {
    case 'cleared':
      return ['continue', 'import']
    case 'damaged':
      return ['export', 'reload', 'begin-anew']
    case 'cannot-open':
    case 'connection-lost':
      return ['reload', 'export', 'begin-anew']
    case 'disk-full':
    case 'quota-exceeded':
    case 'newer-database':
      return ['reload', 'export']
    case 'blocked':
    case 'refused':
    case 'unfinished':
      return ['reload']
  }
}
