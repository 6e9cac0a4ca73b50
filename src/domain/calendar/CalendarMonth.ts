// A month of the civil calendar, `2024-03`, for what is known only by its month (令和６年３月). Real, never before Meiji.
import { civilProblemOf, readIsoText } from './civilParts.ts'

/** Sorts by plain string comparison among months. */
export type CalendarMonth = string & { readonly __brand: 'CalendarMonth' }

export function isCalendarMonth(value: string): value is CalendarMonth {
  const parts = readIsoText(value)
  return parts !== undefined && parts.day === undefined && civilProblemOf(parts) === undefined
}
