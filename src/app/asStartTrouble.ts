// Looks at an error that ended the start: its code, what caused it, and whether the disk is full.
import type { StartTrouble } from './components/incident/incidentOf.ts'
import { isDiskFull } from '../device/isDiskFull.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'

/** Deeper than any chain that Dexie makes; an error may name itself as its cause. */
const mostCauses = 6

export async function asStartTrouble(error: unknown): Promise<StartTrouble> {
  const code = error instanceof LocalDatabaseError ? error.code : undefined
  return { code, causes: causesOf(error), isDiskFull: code !== undefined && (await isDiskFull()) }
}

function causesOf(error: unknown): StartTrouble['causes'] {
  const causes: { name: string; message: string }[] = []
  for (let at: unknown = error; isErrorLike(at) && causes.length < mostCauses; at = at.inner ?? at.cause) {
    causes.push({ name: at.name, message: typeof at.message === 'string' ? at.message : '' })
  }
  return causes
}

function isErrorLike(value: unknown): value is { name: string; message?: unknown; inner?: unknown; cause?: unknown } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}
