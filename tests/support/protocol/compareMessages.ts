// What may change within one version of the protocol [P18]: answers may gain optional fields and refusals codes, and messages may be added.
import { isDeepStrictEqual } from 'node:util'
import type { WireSchema } from './wireMessages.ts'

export interface Differences {
  /** Needs a new version. */
  readonly forbidden: readonly string[]
  /** Old clients pass over it. */
  readonly allowed: readonly string[]
}

type Messages = Readonly<Record<string, WireSchema>>

export function compareMessages(recorded: Messages, current: Messages): Differences {
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(current)])].toSorted()
  const changed = names.filter((name) => !isDeepStrictEqual(recorded[name], current[name]))
  const isAllowed = (name: string) => recorded[name] === undefined || isGrown(name, recorded[name], current[name])
  return { forbidden: changed.filter((name) => !isAllowed(name)), allowed: changed.filter(isAllowed) }
}

/** Only answers may grow: a server refuses requests with fields it does not know. */
function isGrown(name: string, before: unknown, after: unknown): boolean {
  if (name.endsWith('Request')) return false
  if (isDeepStrictEqual(before, after)) return true
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, index) => isGrown(name, item, after[index]))
  }
  if (!isRecord(before) || !isRecord(after)) return false
  return Object.keys({ ...before, ...after }).every((key) => isGrownAt(name, key, [before[key], after[key]]))
}

function isGrownAt(name: string, key: string, [before, after]: readonly [unknown, unknown]): boolean {
  if (key === 'properties' && isRecord(before) && isRecord(after)) {
    return Object.keys(before).every((property) => isGrown(name, before[property], after[property]))
  }
  // Clients read a refusal of an unknown code by its status.
  if (key === 'enum' && name === 'errorAnswer' && Array.isArray(before) && Array.isArray(after)) {
    return before.every((code) => after.includes(code))
  }
  return isGrown(name, before, after)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
