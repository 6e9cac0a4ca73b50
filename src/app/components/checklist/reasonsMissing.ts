// Which answered questions do not say why yet: 対象外 and 未確認 without a reason, 不適合 and 一部 without a note.
import type { Answer, Audit } from '../../../domain/audit/Audit.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, isFailing, questionStatus } from '../../../domain/audit/questionStatus.ts'
import { settledValue } from '../../../domain/oplog/Register.ts'

/** In the order of the checklists. Asked before completing, never while answering. */
export function reasonsMissing(audit: Audit, places: readonly QuestionPlace[]): readonly QuestionPlace[] {
  return places.filter(({ template, question }) => {
    const status = questionStatus(audit, template.id, question)
    if (status.state !== 'judged' || status.judgement === 'conforming') return false
    const answer = answerOf(audit, { template: template.id, question: question.id })
    if (noteOf(answer) !== '') return false
    return isFailing(status.judgement) || reasonOf(answer) === ''
  })
}

export function reasonOf(answer: Answer): string {
  const settled = settledValue(answer.judgement)
  return settled?.kind === 'answer-judged' ? settled.body.reason.trim() : ''
}

function noteOf(answer: Answer): string {
  return answer.note.values
    .map(({ content }) => content.body.text)
    .join('')
    .trim()
}
