// A month of the civil calendar, `2024-03`, for what is known only by its month (令和６年３月). Real, never before Meiji.
import { civilProblemOf, isoTextOf, readIsoText, type CivilParts } from './civilParts.ts'

/** Sorts by plain string comparison among months. */
export type CalendarMonth = string & { readonly __brand: 'CalendarMonth' }

export function isCalendarMonth(value: string): value is CalendarMonth {
  const parts = readIsoText(value)
  return parts !== undefined && parts.day === undefined && civilProblemOf(parts) === undefined
}

/** For parts that are right by construction; throws otherwise. */
export function toCalendarMonth({ year, month }: Pick<CivilParts, 'year' | 'month'>): CalendarMonth {
  const text = isoTextOf({ year, month })
  if (!isCalendarMonth(text)) throw new Error(`not a calendar month: ${text}`)
  return text
}
