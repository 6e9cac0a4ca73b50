// Rosters: the machines, media, specification items or tickets over which questions repeat.
import type { Audit, RosterItem } from './Audit.ts'
import type { AuditDraft, AuditBodies } from './auditKinds.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import type { ItemId } from './entityIds.ts'
import { keptOverItems } from './keptOverItems.ts'
import { dotsOf } from '../oplog/Register.ts'
import type { EntityState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'
import type { RosterKind } from '../template/Template.ts'

export type Listing = AuditBodies['item-listed']

/** The items of a roster that are not removed, in their order; one removed but edited meanwhile is among them [M8]. */
export const presentItems = keptOverItems((audit: Audit, roster: RosterKind): readonly RosterItem[] =>
  [...audit.items.values()]
    .filter((item) => item.existence !== 'removed' && listingOf(item)?.roster === roster)
    .sort((a, b) => (listingOf(a)?.position ?? 0) - (listingOf(b)?.position ?? 0) || (a.id < b.id ? -1 : 1)),
)

/** The item's listing; in a conflict the first value, so that a list can show the item at all. */
export function listingOf(item: RosterItem): Listing | undefined {
  return item.listing.values[0]?.content.body
}

/** What is known of a new item; its place in the list follows from the list. */
export type ListingWish = Omit<Listing, 'position' | 'serial' | 'details'> &
  Partial<Pick<Listing, 'serial' | 'details'>>

export type ListItemRefusal = 'name-missing' | 'tag-taken'

/** Lists a new item. Two items of a roster cannot share a tag (a number on its label); items without one are told by name. */
export function decideListItem(
  audit: Audit,
  id: ItemId,
  wish: ListingWish,
): Result<readonly AuditDraft[], ListItemRefusal> {
  const { roster, source, serial = '', details = [] } = wish
  const listing = { roster, tag: wish.tag.trim(), name: wish.name.trim(), source, serial: serial.trim(), details }
  if (listing.tag === '' && listing.name === '') return err('name-missing')
  const present = presentItems(audit, listing.roster)
  if (listing.tag !== '' && present.some((item) => listingOf(item)?.tag === listing.tag)) return err('tag-taken')
  return ok([firstDraft(id, 'item-listed', { ...listing, position: nextPosition(audit, roster) })])
}

/** The place after the last item of the roster. */
export function nextPosition(audit: Audit, roster: RosterKind): number {
  let last = 0
  for (const item of audit.items.values()) {
    const listing = listingOf(item)
    if (listing?.roster === roster && listing.position > last) last = listing.position
  }
  return last + 1
}

export function decideRelistItem(item: RosterItem, listing: Listing): readonly AuditDraft[] {
  return draftFor({ entity: item.id, register: item.listing }, 'item-listed', listing)
}

/** Removes an item; an edit made elsewhere meanwhile keeps it alive and flagged [M8]. */
export function decideRemoveItem(entity: EntityState): readonly AuditDraft[] {
  return [{ kind: 'item-removed', entity: entity.id, supersedes: dotsOf(entity), body: {} }]
}
