// Which media were held in hand, and which entries of the register they are [A1] [A2]. What the reconciliation and the checklists stand on.
import type { Audit, RosterItem } from './Audit.ts'
import type { ItemId } from './entityIds.ts'
import { keptOverItems } from './keptOverItems.ts'
import { placeWithRole, recordedAnswer } from './placeWithRole.ts'
import { listingOf, presentItems } from './roster.ts'

export interface MediaMatches {
  /** Every medium that is listed, in the order of the list. */
  readonly items: readonly RosterItem[]
  /** Those that stand for an object that was found. */
  readonly objects: ReadonlySet<ItemId>
  /** Entry of the register → the objects that are it: the entry itself where it was sighted, then those linked to it. */
  readonly claims: ReadonlyMap<ItemId, readonly RosterItem[]>
  /** Media whose registration was judged, by whatever way: what was answered is never left out of a count. */
  readonly judged: ReadonlySet<ItemId>
}

export function matchMedia(audit: Audit): MediaMatches {
  return matchesOf(audit, 'media')
}

const matchesOf = keptOverItems((audit: Audit, _: 'media'): MediaMatches => {
  const items = presentItems(audit, 'media')
  const registered = placeWithRole(audit, 'registered')
  const objects = new Set<ItemId>()
  const judged = new Set<ItemId>()
  for (const item of items) {
    const judgements = recordedAnswer(audit, registered, item.id)?.judgement.values ?? []
    const isConforming = judgements.some(({ content }) => isJudged(content) && content.body.judgement === 'conforming')
    if (judgements.some(({ content }) => isJudged(content))) judged.add(item.id)
    // Whoever judged a medium registered in the checklist had it in hand, unless its sighting was taken back since.
    if (isFoundItem(item) || isSighted(item) || (isConforming && item.sighting.values.length === 0))
      objects.add(item.id)
  }
  return { items, objects, judged, claims: claimsOf(items, objects) }
})

type Judging = { readonly kind: 'answer-judged'; readonly body: { readonly judgement: string } }

function isJudged(content: { readonly kind: string }): content is Judging {
  return content.kind === 'answer-judged'
}

/** Found on site and in no register, as far as is known. */
export function isFoundItem(item: RosterItem): boolean {
  return listingOf(item)?.source === 'found'
}

/** Two who both found it agree, however each of them read its number; one who found it outweighs one who took it back [A2]. */
export function isSighted(item: RosterItem): boolean {
  return item.sighting.values.some(({ content }) => content.kind === 'medium-found')
}

/** The entry of the register that a found object was linked to. */
export function pairedWith(item: RosterItem): ItemId | undefined {
  return item.pairing.values[0]?.content.body.with ?? undefined
}

function claimsOf(items: readonly RosterItem[], objects: ReadonlySet<ItemId>): MediaMatches['claims'] {
  const claims = new Map<ItemId, RosterItem[]>()
  for (const item of items) if (!isFoundItem(item)) claims.set(item.id, objects.has(item.id) ? [item] : [])
  for (const item of items) {
    const entry = isFoundItem(item) ? pairedWith(item) : undefined
    if (entry !== undefined) claims.get(entry)?.push(item)
  }
  return claims
}
