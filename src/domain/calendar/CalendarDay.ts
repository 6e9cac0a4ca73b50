// A day of the civil calendar, `2024-03-07`, with no time and no time zone. Always real and never before Meiji, so
// formatting it cannot fail.
import { civilProblemOf, isoTextOf, readIsoText, type CivilParts } from './civilParts.ts'

/** Sorts by plain string comparison. */
export type CalendarDay = string & { readonly __brand: 'CalendarDay' }

export function isCalendarDay(value: string): value is CalendarDay {
  const parts = readIsoText(value)
  return parts?.day !== undefined && civilProblemOf(parts) === undefined
}

/** For parts that are right by construction; throws otherwise. */
export function toCalendarDay(parts: Required<CivilParts>): CalendarDay {
  const text = isoTextOf(parts)
  if (!isCalendarDay(text)) throw new Error(`not a calendar day: ${text}`)
  return text
}
