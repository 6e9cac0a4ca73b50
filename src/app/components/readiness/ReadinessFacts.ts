// What is known of a tablet that is about to leave with an audit. Gathered by `useReadiness`, judged by `checkReadiness`.
import type { RosterKind } from '../../../domain/template/Template.ts'

export interface RegisterCount {
  readonly roster: RosterKind
  readonly count: number
}

export interface ReadinessFacts {
  readonly app:
    | { readonly state: 'kept'; readonly files: number }
    | { readonly state: 'incomplete'; readonly missing: number }
    | { readonly state: 'preparing' | 'unsupported' | 'silent' }
  /** Checklists that the audit was opened with, and how many of them this release can show. */
  readonly templates: { readonly wanted: number; readonly known: number }
  /** Of every roster that the checklists ask about. */
  readonly registers: readonly RegisterCount[]
  /** Other audits of the same unit on this tablet. */
  readonly previous: { readonly hasUnit: boolean; readonly audits: number; readonly findings: number }
  readonly isRefetching: boolean
  readonly line: 'online' | 'receiving' | 'offline'
  /** ISO instant; null before the first time. */
  readonly lastSyncedAt: string | null
  /** Short enough ago that what others changed since does not matter. */
  readonly isFresh: boolean
  readonly unsent: { readonly entries: number; readonly photos: number; readonly refused: number }
  readonly camera: 'granted' | 'prompt' | 'refused' | 'missing' | 'busy' | 'unknown'
  /** Bytes; null where the browser does not tell. */
  readonly freeBytes: number | null
  readonly isPersisted: boolean
  /** `needed`: the server takes no entries of this version. `not-asked`: the server was not reached. */
  readonly update: 'newest' | 'waiting' | 'arriving' | 'needed' | 'asking' | 'not-asked'
  /** Server's clock minus the tablet's in milliseconds; null before the first contact. */
  readonly clockOffset: number | null
  /** null where the browser does not tell. */
  readonly battery: { readonly level: number; readonly isCharging: boolean } | null
}
