// What an answer holds beside its judgement: a number, a day, several days, a text, or the plan elements that are present.
import { calendarDay } from './dateParsers.ts'
import { planElements } from '../template/Template.ts'
import { eitherOf, finiteNumber, listOf, nullOr, oneOf, shape, text, type Parsed } from '../parse/Parser.ts'

export const parseAnswerValue = eitherOf(
  shape({ type: oneOf(['none']) }),
  shape({ type: oneOf(['number']), number: finiteNumber() }),
  shape({ type: oneOf(['date']), on: calendarDay }),
  /** A slot without a day yet is null. */
  shape({ type: oneOf(['dates']), on: listOf(nullOr(calendarDay), 24) }),
  shape({ type: oneOf(['text']), text: text() }),
  shape({ type: oneOf(['elements']), present: listOf(oneOf(planElements), planElements.length) }),
)

/** `none` stands for a value that was taken back. */
export type AnswerValue = Parsed<typeof parseAnswerValue>
