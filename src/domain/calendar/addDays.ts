// The day so many days later, or earlier when negative.
import type { CalendarDay } from './CalendarDay.ts'
import { dayFromNumber, dayNumberOf } from './dayNumber.ts'

/** `days` is a whole number. Throws where the result cannot be named (before Meiji). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayFromNumber(dayNumberOf(day) + days)
}
