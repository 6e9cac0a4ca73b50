// The reconciliation of media: every object found and every entry of the register, and how they stand to each other [A1] [A2].
import type { Audit, RosterItem } from './Audit.ts'
import type { ItemId } from './entityIds.ts'
import { isFoundItem, matchMedia, pairedWith, type MediaMatches } from './matchMedia.ts'
import { placeWithRole, recordedAnswer } from './placeWithRole.ts'
import { isFailing, judgementOf } from './questionStatus.ts'
import { listingOf } from './roster.ts'
import { normaliseNumber } from '../text/normaliseNumber.ts'

/** 一致・未登録・現物未確認・所在不明・二重. */
export const mediaStates = ['matched', 'unregistered', 'unconfirmed', 'missing', 'duplicate'] as const
export type MediaState = (typeof mediaStates)[number]

/** ウイルスチェックの記録 あり・なし・未確認. */
export const virusChecks = ['checked', 'not-checked', 'unknown'] as const
export type VirusCheck = (typeof virusChecks)[number]

export interface MediaRow {
  /** The object; where none was found, the entry of the register. */
  readonly item: RosterItem
  /** The entry of the register that the object was linked to by a person. */
  readonly pairedItem?: RosterItem
  readonly state: MediaState
  readonly virusCheck: VirusCheck
  /** Of a duplicate: the medium that has the number or the entry. */
  readonly duplicateOf?: ItemId
  /** Of an unregistered object: an entry of its number that no object was found for, to be offered for linking. */
  readonly suggestedEntry?: ItemId
}

export interface MediaReconciliation {
  readonly rows: readonly MediaRow[]
  readonly counts: Readonly<Record<MediaState, number>>
  /** Media found, and entries of the register. */
  readonly objects: number
  readonly entries: number
  /** Media found without a record of virus checks. */
  readonly notChecked: number
  readonly isComplete: boolean
}

/** In the order of the list; an entry that an object was linked to has no row of its own. */
export function reconcileMedia(audit: Audit): MediaReconciliation {
  const matches = matchMedia(audit)
  const isComplete = isReconciliationComplete(audit)
  const numbers = indexNumbers(matches)
  const checks = placeWithRole(audit, 'virus-checked')
  const byId = new Map(matches.items.map((item) => [item.id, item]))
  const rows: MediaRow[] = []
  const counts = { matched: 0, unregistered: 0, unconfirmed: 0, missing: 0, duplicate: 0 }
  for (const item of matches.items) {
    const standing = standingOf(item, { matches, numbers, isComplete })
    if (standing === undefined) continue
    const pairedItem = isFoundItem(item) ? byId.get(pairedWith(item) ?? item.id) : undefined
    const paired = pairedItem === undefined || pairedItem === item ? {} : { pairedItem }
    rows.push({ item, ...paired, ...standing, virusCheck: virusCheckOf(audit, checks, item.id) })
    counts[standing.state] += 1
  }
  return {
    rows,
    counts,
    objects: matches.objects.size,
    entries: matches.claims.size,
    notChecked: rows.filter(({ item, virusCheck }) => matches.objects.has(item.id) && virusCheck === 'not-checked')
      .length,
    isComplete,
  }
}

/** A completion that nobody has taken back; where one person completed it and another reopened it, it is open. */
function isReconciliationComplete(audit: Audit): boolean {
  const { values } = audit.reconciliation.completion
  return values.length > 0 && values.every(({ content }) => content.kind === 'reconciliation-completed')
}

interface Numbers {
  /** Number → the object that has it: one that is in the register, else the first in the list. */
  readonly holders: ReadonlyMap<string, RosterItem>
  /** Number → the first entry of it. */
  readonly entries: ReadonlyMap<string, RosterItem>
}

function indexNumbers({ items, claims }: MediaMatches): Numbers {
  const entries = new Map<string, RosterItem>()
  const holders = new Map<string, RosterItem>()
  const note = (map: Map<string, RosterItem>, numbers: ReadonlySet<string>, holder: RosterItem) => {
    for (const number of numbers) if (!map.has(number)) map.set(number, holder)
  }
  for (const item of items) {
    if (isFoundItem(item)) continue
    note(entries, numbersOf(item), item)
    const [holder] = claims.get(item.id) ?? []
    if (holder === undefined) continue
    note(holders, numbersOf(item), holder)
    note(holders, numbersOf(holder), holder)
  }
  for (const item of items) if (isFoundItem(item)) note(holders, numbersOf(item), item)
  return { holders, entries }
}

/** An item of the view never changes, so its numbers are made comparable once. */
const numbersByItem = new WeakMap<RosterItem, ReadonlySet<string>>()

/** What a medium may be called by: its tag, its serial number and, of a found one, what was read from it. */
export function numbersOf(item: RosterItem): ReadonlySet<string> {
  const known = numbersByItem.get(item) ?? readNumbers(item)
  numbersByItem.set(item, known)
  return known
}

function readNumbers(item: RosterItem): ReadonlySet<string> {
  const listing = listingOf(item)
  const texts = [listing?.tag ?? '', listing?.serial ?? '']
  if (isFoundItem(item)) {
    for (const { content } of item.sighting.values) if (content.kind === 'medium-found') texts.push(content.body.code)
  }
  return new Set(texts.map(normaliseNumber).filter((number) => number !== ''))
}

interface Sight {
  readonly matches: MediaMatches
  readonly numbers: Numbers
  readonly isComplete: boolean
}

type Standing = Pick<MediaRow, 'state' | 'duplicateOf' | 'suggestedEntry'>

/** Undefined for an entry that stands in the row of the object linked to it. */
function standingOf(item: RosterItem, sight: Sight): Standing | undefined {
  const { matches, isComplete } = sight
  if (isFoundItem(item)) return standingOfFound(item, sight)
  if (matches.objects.has(item.id)) return { state: 'matched' }
  const isLinked = (matches.claims.get(item.id) ?? []).length > 0
  return isLinked ? undefined : { state: isComplete ? 'missing' : 'unconfirmed' }
}

function standingOfFound(item: RosterItem, { matches, numbers }: Sight): Standing {
  const entry = pairedWith(item)
  const claimant = entry === undefined ? undefined : matches.claims.get(entry)?.[0]
  if (claimant !== undefined) {
    return claimant === item ? { state: 'matched' } : { state: 'duplicate', duplicateOf: claimant.id }
  }
  const own = [...numbersOf(item)]
  const holder = own.map((number) => numbers.holders.get(number)).find((each) => each !== undefined && each !== item)
  if (holder !== undefined) return { state: 'duplicate', duplicateOf: holder.id }
  const suggested = own
    .map((number) => numbers.entries.get(number))
    .find((each) => each !== undefined && matches.claims.get(each.id)?.length === 0)
  return suggested === undefined ? { state: 'unregistered' } : { state: 'unregistered', suggestedEntry: suggested.id }
}

function virusCheckOf(audit: Audit, checks: ReturnType<typeof placeWithRole>, item: ItemId): VirusCheck {
  const answer = recordedAnswer(audit, checks, item)
  const judgement = answer && judgementOf(answer)
  if (judgement === 'conforming') return 'checked'
  return isFailing(judgement) ? 'not-checked' : 'unknown'
}
