// Sighting a medium: its register entry is found, or it is a new object that no entry is known for; question "registered" is judged with it.
import type { Audit, RosterItem } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import type { Judgement, SightingMethod } from './auditVocabulary.ts'
import { decideClearJudgement, decideJudge } from './decideAnswer.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import type { ItemId } from './entityIds.ts'
import { isFoundItem, matchMedia, type MediaMatches } from './matchMedia.ts'
import { placeWithRole } from './placeWithRole.ts'
import { answerOf } from './questionStatus.ts'
import { numbersOf } from './reconcileMedia.ts'
import { nextPosition } from './roster.ts'
import { err, ok, type Result } from '../Result.ts'
import { normaliseNumber } from '../text/normaliseNumber.ts'

export interface Sighting {
  readonly how: SightingMethod
  /** As read or typed; empty for a medium without a number. */
  readonly code: string
  /** The symbology that the camera read, `qr_code` for example; empty otherwise. */
  readonly format: string
  /** A person has said that it is another medium with the same number. */
  readonly isAnother?: boolean
  /** What an object without a number is called in lists, 番号なし 1 for example. */
  readonly name?: string
}

export type SightRefusal =
  | { readonly code: 'code-missing' }
  /** The medium of this number was found before. */
  | { readonly code: 'already-found'; readonly item: ItemId }

/** `newId` becomes the item's where no entry of the register has the number. The drafts' first entity is the medium. */
export function decideSight(
  audit: Audit,
  sighting: Sighting,
  newId: ItemId,
): Result<readonly AuditDraft[], SightRefusal> {
  const code = sighting.code.trim()
  if (sighting.how !== 'unnumbered' && normaliseNumber(code) === '') return err({ code: 'code-missing' })
  const body = { how: sighting.how, code, format: sighting.format }
  const matches = matchMedia(audit)
  const known = code === '' || sighting.isAnother === true ? undefined : findByNumber(matches, code)
  if (known === undefined) return ok(newObject(audit, newId, body, sighting.name ?? ''))
  const found = matches.objects.has(known.id) ? known : matches.claims.get(known.id)?.[0]
  if (found !== undefined) return err({ code: 'already-found', item: found.id })
  return ok(sightDrafts(audit, known, body))
}

/** Sights an entry of the register that a person points at, one whose label cannot be read for example. */
export function decideSightItem(audit: Audit, item: RosterItem, sighting: Sighting): readonly AuditDraft[] {
  const { how, code, format } = sighting
  return sightDrafts(audit, item, { how, code: code.trim(), format })
}

/** Takes a sighting back, and with it the judgement that it brought. */
export function decideUnsight(audit: Audit, item: RosterItem): readonly AuditDraft[] {
  const sight = { entity: item.id, register: item.sighting }
  return [...draftFor(sight, 'medium-unsighted', {}), ...judgeRegistered(audit, item.id, undefined)]
}

/** Judges question "registered" of the medium, where the audit asks it; undefined clears it. */
export function judgeRegistered(
  audit: Audit,
  item: ItemId,
  judgement: Extract<Judgement, 'conforming' | 'nonconforming'> | undefined,
): readonly AuditDraft[] {
  const place = placeWithRole(audit, 'registered')
  if (place === undefined) return []
  const answer = answerOf(audit, { template: place.template.id, question: place.question.id, item })
  return judgement === undefined ? decideClearJudgement(answer) : decideJudge(answer, judgement)
}

type SightingBody = Pick<Sighting, 'how' | 'code' | 'format'>

function sightDrafts(audit: Audit, item: RosterItem, body: SightingBody): readonly AuditDraft[] {
  return [
    ...draftFor({ entity: item.id, register: item.sighting }, 'medium-found', body),
    ...judgeRegistered(audit, item.id, isFoundItem(item) ? 'nonconforming' : 'conforming'),
  ]
}

function newObject(audit: Audit, id: ItemId, body: SightingBody, name: string): readonly AuditDraft[] {
  const position = nextPosition(audit, 'media')
  const listing = {
    roster: 'media',
    tag: body.code,
    name,
    source: 'found',
    position,
    serial: '',
    details: [],
  } as const
  return [
    firstDraft(id, 'item-listed', listing),
    firstDraft(id, 'medium-found', body),
    ...judgeRegistered(audit, id, 'nonconforming'),
  ]
}

/** An entry of the register before an object without one, one not found yet before one that was. */
function findByNumber({ items, objects, claims }: MediaMatches, code: string): RosterItem | undefined {
  const number = normaliseNumber(code)
  const known = items.filter((item) => numbersOf(item).has(number))
  const isFree = (item: RosterItem) => !objects.has(item.id) && claims.get(item.id)?.length === 0
  return known.find(isFree) ?? known.find((item) => !isFoundItem(item)) ?? known[0]
}
