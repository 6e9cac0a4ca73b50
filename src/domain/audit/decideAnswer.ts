// Answering: a judgement with its reason, a value, a note. Each is one register, so two auditors can do different parts of one question.
import type { Answer } from './Audit.ts'
import type { AnswerValue } from './AnswerValue.ts'
import type { AuditDraft } from './auditKinds.ts'
import type { Judgement } from './auditVocabulary.ts'
import { draftFor } from './draftFor.ts'

/** Judges. A reason given before goes on with the same judgement when none is handed in. */
export function decideJudge(answer: Answer, judgement: Judgement, reason?: string): readonly AuditDraft[] {
  const sight = { entity: answer.id, register: answer.judgement }
  return draftFor(sight, 'answer-judged', { judgement, reason: reason ?? reasonFor(answer, judgement) })
}

/** Takes a judgement back: the question is unanswered again. */
export function decideClearJudgement(answer: Answer): readonly AuditDraft[] {
  if (answer.judgement.values.length === 0) return []
  return draftFor({ entity: answer.id, register: answer.judgement }, 'answer-cleared', {})
}

export function decideMeasureAnswer(answer: Answer, value: AnswerValue): readonly AuditDraft[] {
  if (value.type === 'none' && answer.value.values.length === 0) return []
  return draftFor({ entity: answer.id, register: answer.value }, 'answer-measured', { value })
}

export function decideNote(answer: Answer, text: string): readonly AuditDraft[] {
  if (text === '' && answer.note.values.length === 0) return []
  return draftFor({ entity: answer.id, register: answer.note }, 'answer-noted', { text })
}

function reasonFor(answer: Answer, judgement: Judgement): string {
  const same = answer.judgement.values.find(
    ({ content }) => content.kind === 'answer-judged' && content.body.judgement === judgement,
  )
  return same?.content.kind === 'answer-judged' ? same.content.body.reason : ''
}
