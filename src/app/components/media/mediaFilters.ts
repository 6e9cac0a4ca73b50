// The tiles above the list: which lines each shows and how many there are.
import type { MediaReconciliation, MediaRow, MediaState } from '../../../domain/audit/reconcileMedia.ts'

export const mediaFilters = ['all', 'matched', 'unregistered', 'unconfirmed', 'not-checked', 'duplicate'] as const
export type MediaFilter = (typeof mediaFilters)[number]

export function filterOf(word: unknown): MediaFilter {
  return mediaFilters.find((filter) => filter === word) ?? 'all'
}

/** What needs a decision first, what is still to be looked for last. */
const order: Readonly<Record<MediaState, number>> = {
  unregistered: 0,
  duplicate: 1,
  matched: 2,
  missing: 3,
  unconfirmed: 3,
}

export function filteredRows({ rows }: MediaReconciliation, filter: MediaFilter): readonly MediaRow[] {
  const shown = filter === 'all' ? rows : rows.filter((row) => isShown(row, filter))
  return shown.toSorted((a, b) => order[a.state] - order[b.state])
}

function isShown({ state, virusCheck }: MediaRow, filter: Exclude<MediaFilter, 'all'>): boolean {
  const isAway = state === 'unconfirmed' || state === 'missing'
  if (filter === 'not-checked') return !isAway && virusCheck === 'not-checked'
  return filter === 'unconfirmed' ? isAway : state === filter
}

export function filterCounts({ rows, counts, notChecked }: MediaReconciliation): Readonly<Record<MediaFilter, number>> {
  return {
    all: rows.length,
    matched: counts.matched,
    unregistered: counts.unregistered,
    unconfirmed: counts.unconfirmed + counts.missing,
    'not-checked': notChecked,
    duplicate: counts.duplicate,
  }
}
