// Which media a virus-check record can be given to at once: those that lie on the table, never an entry that nobody has seen.
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import type { MediaRow } from '../../../domain/audit/reconcileMedia.ts'

/** What has no record yet comes first; otherwise as the list has them. */
export function checkableRows(rows: readonly MediaRow[]): readonly MediaRow[] {
  return rows
    .filter(({ state }) => state !== 'unconfirmed' && state !== 'missing')
    .toSorted((a, b) => Number(b.virusCheck === 'unknown') - Number(a.virusCheck === 'unknown'))
}

/** Found, in the register, and without a record. */
export function unjudgedMatches(rows: readonly MediaRow[]): readonly ItemId[] {
  return rows
    .filter(({ state, virusCheck }) => state === 'matched' && virusCheck === 'unknown')
    .map(({ item }) => item.id)
}
