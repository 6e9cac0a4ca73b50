// The four answers in their fixed order, and the colour role of every judgement. A thumb learns the order: it never changes.
import type { Judgement } from '../../../domain/audit/auditVocabulary.ts'

export const answerChoices = [
  'conforming',
  'nonconforming',
  'partial',
  'not-applicable',
] as const satisfies readonly Judgement[]
export type AnswerChoice = (typeof answerChoices)[number]

export type AnswerRole = 'ok' | 'ng' | 'part' | 'na'

export function answerRole(judgement: Judgement): AnswerRole {
  switch (judgement) {
    case 'conforming':
      return 'ok'
    case 'nonconforming':
      return 'ng'
    case 'partial':
      return 'part'
    case 'not-applicable':
    case 'not-checked':
      return 'na'
  }
}
