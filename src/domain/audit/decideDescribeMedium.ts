// What is noted of one medium: type and capacity, where it is kept, the handover log, the virus checks. One register each.
import type { Audit, RosterItem } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import type { Handover, Judgement } from './auditVocabulary.ts'
import { decideJudge } from './decideAnswer.ts'
import { draftFor } from './draftFor.ts'
import type { ItemId } from './entityIds.ts'
import { placeWithRole, recordedAnswer } from './placeWithRole.ts'
import { answerOf, judgementOf } from './questionStatus.ts'
import type { VirusCheck } from './reconcileMedia.ts'
import { isInConflict } from '../oplog/Register.ts'

export function decideDescribeMedium(item: RosterItem, text: string): readonly AuditDraft[] {
  if (text === '' && item.description.values.length === 0) return []
  return draftFor({ entity: item.id, register: item.description }, 'medium-described', { text })
}

export function decideKeepMedium(item: RosterItem, place: string): readonly AuditDraft[] {
  if (place === '' && item.storage.values.length === 0) return []
  return draftFor({ entity: item.id, register: item.storage }, 'medium-kept', { place })
}

export function decideNoteHandover(item: RosterItem, handover: Handover): readonly AuditDraft[] {
  return draftFor({ entity: item.id, register: item.handover }, 'medium-handover-noted', { handover })
}

const judgementOfCheck = {
  checked: 'conforming',
  'not-checked': 'nonconforming',
  unknown: 'not-checked',
} as const satisfies Record<VirusCheck, Judgement>

/** The answer to question "virus-checked" of the medium; nothing where the audit does not ask it. */
export function decideVirusCheck(audit: Audit, item: RosterItem, check: VirusCheck): readonly AuditDraft[] {
  const place = placeWithRole(audit, 'virus-checked')
  if (place === undefined) return []
  const ref = { template: place.template.id, question: place.question.id, item: item.id }
  return decideJudge(answerOf(audit, ref), judgementOfCheck[check])
}

/**
 * The same of several media at once. One that is gone or has it already needs nothing; where two versions stand, a person settles that
 * by itself.
 */
export function decideVirusChecks(audit: Audit, items: readonly ItemId[], check: VirusCheck): readonly AuditDraft[] {
  const place = placeWithRole(audit, 'virus-checked')
  return items.flatMap((id) => {
    const item = audit.items.get(id)
    const answer = recordedAnswer(audit, place, id)
    if (item === undefined) return []
    if (answer === undefined) return decideVirusCheck(audit, item, check)
    const isLeft = isInConflict(answer.judgement) || judgementOf(answer) === judgementOfCheck[check]
    return isLeft ? [] : decideVirusCheck(audit, item, check)
  })
}
