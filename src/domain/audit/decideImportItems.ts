// Taking a register or list into a roster: new rows become items, changed ones are listed again, none is doubled. Never removes an item.
import type { Audit, RosterItem } from './Audit.ts'
import { auditKinds, mostDetails, type AuditDraft } from './auditKinds.ts'
import type { ItemSource } from './auditVocabulary.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import type { ItemId } from './entityIds.ts'
import { itemNumberKey } from './itemNumberKey.ts'
import { listingOf, nextPosition, presentItems, type Listing } from './roster.ts'
import { isInConflict } from '../oplog/Register.ts'
import type { RosterKind } from '../template/Template.ts'

export interface ImportRow {
  /** The row's number in the file: what the report speaks of. */
  readonly row: number
  readonly tag: string
  readonly name: string
  readonly serial: string
  /** The file's further columns. */
  readonly details: Listing['details']
}

/** Rows by what becomes of them; the numbers are those of the file. */
export interface ItemImport {
  /** One act: recorded together and taken back together. */
  readonly drafts: readonly AuditDraft[]
  readonly added: readonly number[]
  readonly changed: readonly number[]
  /** Listed already, with nothing new. */
  readonly unchanged: readonly number[]
  /** The same tag or serial number as a row above. */
  readonly repeated: readonly number[]
  /** Neither a tag nor a name. */
  readonly nameless: readonly number[]
  /** A cell longer than an item can hold. */
  readonly tooLong: readonly number[]
}

export interface ImportTarget {
  readonly roster: RosterKind
  readonly source: ItemSource
}

/** `newId` gives a fresh id a call. */
export function decideImportItems(
  audit: Audit,
  { roster, source }: ImportTarget,
  rows: readonly ImportRow[],
  newId: () => ItemId,
): ItemImport {
  const target: Target = {
    roster,
    source,
    listed: indexListed(audit, roster),
    newId,
    position: nextPosition(audit, roster),
  }
  const seen = new Set<string>()
  const drafts: AuditDraft[] = []
  const outcome: Outcome = { added: [], changed: [], unchanged: [], repeated: [], nameless: [], tooLong: [] }
  for (const raw of rows) {
    const row = { ...raw, tag: raw.tag.trim(), name: raw.name.trim(), serial: raw.serial.trim() }
    const keys = keysOf(roster, row)
    if (row.tag === '' && row.name === '') outcome.nameless.push(row.row)
    else if (keys.some((key) => seen.has(key))) outcome.repeated.push(row.row)
    else {
      keys.forEach((key) => seen.add(key))
      const { became, draft } = takeRow(row, keys, target)
      outcome[became].push(row.row)
      if (draft !== undefined) drafts.push(draft)
    }
  }
  return { drafts, ...outcome }
}

interface Target extends ImportTarget {
  readonly listed: ReadonlyMap<string, RosterItem>
  readonly newId: () => ItemId
  /** Of the next new item. */
  position: number
}

function takeRow(
  row: ImportRow,
  keys: readonly string[],
  target: Target,
): { readonly became: keyof Outcome; readonly draft?: AuditDraft } {
  const item = keys.map((key) => target.listed.get(key)).find((each) => each !== undefined)
  const [draft] = item === undefined ? addDrafts(row, target) : relist(item, row, target.source)
  if (draft === undefined) return { became: 'unchanged' }
  if (auditKinds['item-listed'].parse(draft.body) === undefined) return { became: 'tooLong' }
  if (item !== undefined) return { became: 'changed', draft }
  target.position += 1
  return { became: 'added', draft }
}

type Outcome = Record<Exclude<keyof ItemImport, 'drafts'>, number[]>

/** A medium found on site is an object, never the entry that the register has of it: that a person links. */
function indexListed(audit: Audit, roster: RosterKind): ReadonlyMap<string, RosterItem> {
  const listed = new Map<string, RosterItem>()
  for (const item of presentItems(audit, roster)) {
    const listing = listingOf(item)
    if (listing === undefined || (roster === 'media' && listing.source === 'found')) continue
    for (const key of keysOf(roster, listing)) if (!listed.has(key)) listed.set(key, item)
  }
  return listed
}

/** A tag and a serial number are different things, though their characters be the same; a row without either is told by its name. */
function keysOf(
  roster: RosterKind,
  { tag, serial, name }: Pick<Listing, 'tag' | 'serial' | 'name'>,
): readonly string[] {
  const numbers = [`tag ${itemNumberKey(roster, tag)}`, `serial ${itemNumberKey(roster, serial)}`].filter(
    (key) => !key.endsWith(' '),
  )
  return numbers.length > 0 ? numbers : [`name ${name.normalize('NFKC').trim()}`]
}

function addDrafts({ tag, name, serial, details }: ImportRow, target: Target): readonly AuditDraft[] {
  const { roster, source, position } = target
  return [firstDraft(target.newId(), 'item-listed', { roster, tag, name, source, position, serial, details })]
}

/** What the file does not say stays as it was. A listing in conflict is a person's to settle. */
function relist(item: RosterItem, row: ImportRow, source: ItemSource): readonly AuditDraft[] {
  const before = listingOf(item)
  if (before === undefined || isInConflict(item.listing)) return []
  const labels = new Set(row.details.map(({ label }) => label))
  const kept = before.details.filter(({ label }) => !labels.has(label))
  return draftFor({ entity: item.id, register: item.listing }, 'item-listed', {
    roster: before.roster,
    tag: row.tag || before.tag,
    name: row.name || before.name,
    source,
    position: before.position,
    serial: row.serial || before.serial,
    details: [...row.details, ...kept].slice(0, mostDetails),
  })
}
