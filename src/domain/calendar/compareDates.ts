// The order of days and months in time. A month counts as its last day, so 令和６年３月 comes after 令和６年３月７日.
import type { DayOrMonth } from './DayOrMonth.ts'
import { lastDayOf } from './lastDayOf.ts'

/** Negative, 0 or positive, for sorting. A month and its own last day are equal. */
export function compareDates(a: DayOrMonth, b: DayOrMonth): number {
  const [endOfA, endOfB] = [lastDayOf(a), lastDayOf(b)]
  return endOfA < endOfB ? -1 : endOfA > endOfB ? 1 : 0
}

export function isAfter(a: DayOrMonth, b: DayOrMonth): boolean {
  return compareDates(a, b) > 0
}
