// What an answer row shows, as plain values: two equal views are one picture, so a row is drawn again only when its own changes.
import type { Audit } from '../../../domain/audit/Audit.ts'
import type { Judgement } from '../../../domain/audit/auditVocabulary.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, isFailing, itemAnswers, judgementOf, questionStatus } from '../../../domain/audit/questionStatus.ts'
import { isInConflict } from '../../../domain/oplog/Register.ts'
import type { Language } from '../../../domain/template/Localised.ts'
import type { QuestionId, RosterKind } from '../../../domain/template/Template.ts'

/** How the items of a roster stand under one question. */
export interface ItemTally {
  readonly roster: RosterKind
  readonly asked: number
  readonly answered: number
  readonly ok: number
  readonly part: number
  readonly ng: number
  /** 不適合 and 一部 together. */
  readonly failing: number
}

export interface RowView {
  readonly id: QuestionId
  readonly text: string
  readonly state: 'unanswered' | 'judged' | 'conflict'
  /** null unless judged. */
  readonly judgement: Judgement | null
  /** Set where the question is judged item by item: its items decide, and the row only sums them up. */
  readonly tally: ItemTally | null
}

export function rowView(audit: Audit, place: QuestionPlace, language: Language): RowView {
  const { template, question } = place
  const status = questionStatus(audit, template.id, question)
  return {
    id: question.id,
    text: question.text[language],
    state: status.state,
    judgement: status.state === 'judged' ? status.judgement : null,
    tally: itemTally(audit, place),
  }
}

/** Null for a question asked once, for an empty roster, and where the question was judged as a whole. */
export function itemTally(audit: Audit, { template, question }: QuestionPlace): ItemTally | null {
  if (question.perRoster === undefined) return null
  const whole = answerOf(audit, { template: template.id, question: question.id }).judgement
  if (isInConflict(whole) || whole.values[0]?.content.kind === 'answer-judged') return null
  const answers = itemAnswers(audit, template.id, question)
  if (answers.length === 0) return null
  const judged = answers.map(judgementOf)
  const count = (wanted: Judgement) => judged.filter((judgement) => judgement === wanted).length
  return {
    roster: question.perRoster,
    asked: answers.length,
    answered: judged.filter((judgement) => judgement !== undefined).length,
    ok: count('conforming'),
    part: count('partial'),
    ng: count('nonconforming'),
    failing: judged.filter(isFailing).length,
  }
}
