// One roster item under one question, as plain values.
import type { AnswerValue } from '../../../domain/audit/AnswerValue.ts'
import type { Answer, Audit, RosterItem } from '../../../domain/audit/Audit.ts'
import type { Judgement } from '../../../domain/audit/auditVocabulary.ts'
import { askedItems } from '../../../domain/audit/askedItems.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, judgementOf } from '../../../domain/audit/questionStatus.ts'
import { listingOf } from '../../../domain/audit/roster.ts'
import { isInConflict, settledValue } from '../../../domain/oplog/Register.ts'

export interface ItemAnswerView {
  readonly id: ItemId
  /** What it is told by: its tag, or its name where it has none. */
  readonly title: string
  readonly detail: string
  readonly judgement: Judgement | null
  readonly value: AnswerValue | null
  readonly isJudgementInConflict: boolean
  /** A value in conflict is not edited but settled. */
  readonly isValueInConflict: boolean
}

export function itemAnswerViews(audit: Audit, { template, question }: QuestionPlace): readonly ItemAnswerView[] {
  if (question.perRoster === undefined) return []
  return askedItems(audit, question.perRoster).map((item) =>
    itemAnswerView(item, answerOf(audit, { template: template.id, question: question.id, item: item.id })),
  )
}

function itemAnswerView(item: RosterItem, answer: Answer): ItemAnswerView {
  return {
    id: item.id,
    ...itemTitle(item),
    judgement: judgementOf(answer) ?? null,
    value: settledValue(answer.value)?.body.value ?? null,
    isJudgementInConflict: isInConflict(answer.judgement),
    isValueInConflict: isInConflict(answer.value),
  }
}

export function itemTitle(item: RosterItem): { readonly title: string; readonly detail: string } {
  const listing = listingOf(item)
  if (listing === undefined) return { title: '', detail: '' }
  return listing.tag === '' ? { title: listing.name, detail: '' } : { title: listing.tag, detail: listing.name }
}
