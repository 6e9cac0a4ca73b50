// How many days lie from one day to another.
import type { CalendarDay } from './CalendarDay.ts'
import { dayNumberOf } from './dayNumber.ts'

/** 0 for the same day, 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumberOf(to) - dayNumberOf(from)
}
