// Entries of a newer release: nobody can stand by what this one cannot show.
import { auditKinds } from './auditKinds.ts'
import { newestVersionOf } from '../oplog/readBody.ts'
import type { StreamState } from '../oplog/StreamState.ts'

/** Unreadable bodies and erased texts are no newer release's: they hinder nobody. */
export function countNewer(state: StreamState): number {
  return [...state.opaque.values()].filter(({ kind, v }) => v > newestVersionOf(auditKinds, kind)).length
}
