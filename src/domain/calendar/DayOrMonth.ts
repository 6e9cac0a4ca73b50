// What a document gives as a date: a day, or only its month. `isCalendarDay` tells them apart.
import { isCalendarDay, type CalendarDay } from './CalendarDay.ts'
import { isCalendarMonth, type CalendarMonth } from './CalendarMonth.ts'

export type DayOrMonth = CalendarDay | CalendarMonth

export function isDayOrMonth(value: string): value is DayOrMonth {
  return isCalendarDay(value) || isCalendarMonth(value)
}
