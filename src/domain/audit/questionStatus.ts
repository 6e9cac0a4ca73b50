// How a question stands. One asked of every roster item stands as the worst of its items, unless it was judged as a whole.
import type { Answer, Audit } from './Audit.ts'
import { answerEntity, type AnswerRef } from './entityIds.ts'
import { readAnswerOf } from './readAudit.ts'
import { askedItems } from './askedItems.ts'
import type { Judgement } from './auditVocabulary.ts'
import { isInConflict, settledValue } from '../oplog/Register.ts'
import { must } from '../must.ts'
import type { Question, TemplateId } from '../template/Template.ts'

export type QuestionStatus =
  /** `answered` of `asked`: 0 of 1 for a question asked once. */
  | { readonly state: 'unanswered'; readonly answered: number; readonly asked: number }
  | { readonly state: 'judged'; readonly judgement: Judgement }
  | { readonly state: 'conflict' }

/** The answer as recorded so far, with empty registers where nothing was. */
export function answerOf(audit: Audit, ref: AnswerRef): Answer {
  const id = answerEntity(ref)
  return audit.answers.get(id) ?? readAnswerOf(id, ref, undefined)
}

/** The judgement of one answer; undefined while unanswered or in conflict. */
export function judgementOf(answer: Answer): Judgement | undefined {
  const settled = settledValue(answer.judgement)
  return settled?.kind === 'answer-judged' ? settled.body.judgement : undefined
}

/** Per roster item that is asked the answer to the question; empty for questions asked once. */
export function itemAnswers(audit: Audit, template: TemplateId, question: Question): readonly Answer[] {
  if (question.perRoster === undefined) return []
  return askedItems(audit, question.perRoster).map((item) =>
    answerOf(audit, { template, question: question.id, item: item.id }),
  )
}

export function questionStatus(audit: Audit, template: TemplateId, question: Question): QuestionStatus {
  const whole = answerOf(audit, { template, question: question.id })
  if (isInConflict(whole.judgement)) return { state: 'conflict' }
  const judgement = judgementOf(whole)
  if (judgement !== undefined) return { state: 'judged', judgement }
  const answers = itemAnswers(audit, template, question)
  if (answers.some((answer) => isInConflict(answer.judgement))) return { state: 'conflict' }
  const judged = answers.map(judgementOf).filter((each) => each !== undefined)
  if (answers.length === 0 || judged.length < answers.length) {
    return { state: 'unanswered', answered: judged.length, asked: Math.max(1, answers.length) }
  }
  return { state: 'judged', judgement: worstOf(judged) }
}

/** From worst to best; `not-applicable` counts only where every item is so. */
const severity = ['nonconforming', 'partial', 'not-checked', 'conforming', 'not-applicable'] as const

function worstOf(judgements: readonly Judgement[]): Judgement {
  return must(
    severity.find((judgement) => judgements.includes(judgement)),
    'a judgement',
  )
}

/** 不適合 or 一部不適合: what a finding is drafted from. */
export function isFailing(judgement: Judgement | undefined): boolean {
  return judgement === 'nonconforming' || judgement === 'partial'
}
