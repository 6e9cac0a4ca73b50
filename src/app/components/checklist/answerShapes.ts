// The symbols of the answers as one shape each, in a box of 24: a section draws a hundred of them at once, so they are no components.
import type { Judgement } from '../../../domain/audit/auditVocabulary.ts'
import type { Language } from '../../../domain/template/Localised.ts'

export interface AnswerShape {
  readonly path: string
  /** Lengths of dash and gap, where the line is broken. */
  readonly dashes?: string
}

const ring = 'M12 2a10 10 0 0 1 0 20a10 10 0 0 1 0-20'

const japanese: Readonly<Record<Judgement, AnswerShape>> = {
  conforming: { path: ring },
  nonconforming: { path: 'M6 6l12 12M18 6L6 18' },
  partial: { path: 'M12 3.5L22 20.5H2z' },
  'not-applicable': { path: 'M5 12h14' },
  'not-checked': { path: `${ring}M9.1 9a3 3 0 0 1 5.8 1c0 2-2.9 2.6-2.9 4M12 17.5v.01` },
}

/** There a circle does not mean "good". Eight dashes go once round the ring. */
const english: Readonly<Record<Judgement, AnswerShape>> = {
  ...japanese,
  conforming: { path: 'M4 12.5l5 5L20 6.5' },
  partial: { path: ring, dashes: '3.85 4' },
}

export function answerShape(judgement: Judgement, language: Language): AnswerShape {
  return (language === 'en' ? english : japanese)[judgement]
}
