// One line of the reconciliation as plain values: the entry of the register at the left, the object at the right, either may be missing.
import type { RosterItem } from '../../../domain/audit/Audit.ts'
import type { Handover } from '../../../domain/audit/auditVocabulary.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import { isFoundItem } from '../../../domain/audit/matchMedia.ts'
import type { MediaRow, MediaState, VirusCheck } from '../../../domain/audit/reconcileMedia.ts'
import { listingOf } from '../../../domain/audit/roster.ts'
import { mediumKind, type MediumKind } from './mediumKind.ts'

export interface MediaEntryView {
  /** What it is told by: its number, or its name where it has none. */
  readonly title: string
  readonly details: readonly string[]
}

export interface MediaObjectView extends Pick<MediaEntryView, 'title'> {
  readonly kind: MediumKind
  readonly description: string
  readonly storage: string
  readonly handover: Handover
  readonly virusCheck: VirusCheck
}

export interface MediaRowView {
  readonly id: ItemId
  readonly state: MediaState
  readonly entry: MediaEntryView | null
  readonly object: MediaObjectView | null
}

export function mediaRowView({ item, pairedItem, state, virusCheck }: MediaRow): MediaRowView {
  const entry = isFoundItem(item) ? pairedItem : item
  const hasObject = state !== 'unconfirmed' && state !== 'missing'
  return {
    id: item.id,
    state,
    entry: entry === undefined ? null : entryView(entry),
    object: hasObject ? { ...objectView(item, pairedItem), handover: handoverOf(item), virusCheck } : null,
  }
}

/** The name of a medium in a sentence, 「27B8 のウイルスチェックを…」. */
export function mediumTitle(item: RosterItem): string {
  const listing = listingOf(item)
  return listing?.tag || listing?.name || listing?.serial || ''
}

/** Type and capacity as noted on site; until then what the register calls it. */
export function descriptionOf(item: RosterItem): string {
  const noted = item.description.values[0]
  return noted === undefined ? nameBesideTag(item) : noted.content.body.text
}

export function storageOf(item: RosterItem): string {
  return item.storage.values[0]?.content.body.place ?? ''
}

export function handoverOf(item: RosterItem): Handover {
  return item.handover.values[0]?.content.body.handover ?? 'unknown'
}

function nameBesideTag(item: RosterItem): string {
  const listing = listingOf(item)
  return listing === undefined || listing.tag === '' ? '' : listing.name
}

/** More than two columns of a register do not fit beside each other. */
const mostDetails = 2

function entryView(item: RosterItem): MediaEntryView {
  const listing = listingOf(item)
  const columns = (listing?.details ?? []).map(({ value }) => value)
  return {
    title: mediumTitle(item),
    details: [nameBesideTag(item), ...columns].filter((text) => text !== '').slice(0, mostDetails),
  }
}

function objectView(
  item: RosterItem,
  pairedItem: RosterItem | undefined,
): Omit<MediaObjectView, 'handover' | 'virusCheck'> {
  const read = item.sighting.values.flatMap(({ content }) =>
    content.kind === 'medium-found' && content.body.code !== '' ? [content.body.code] : [],
  )
  return {
    title: read[0] ?? mediumTitle(item),
    kind: mediumKind([
      descriptionOf(item),
      ...[item, pairedItem].flatMap((each) => (each ? entryView(each).details : [])),
    ]),
    description: descriptionOf(item),
    storage: storageOf(item),
  }
}
