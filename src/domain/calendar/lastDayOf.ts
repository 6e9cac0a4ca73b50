// The day on which a day or month is over: how dates of different precision are compared.
import { isCalendarDay, toCalendarDay, type CalendarDay } from './CalendarDay.ts'
import { lastDayOfMonth } from './civilParts.ts'
import { civilPartsOf } from './civilPartsOf.ts'
import type { DayOrMonth } from './DayOrMonth.ts'

export function lastDayOf(value: DayOrMonth): CalendarDay {
  if (isCalendarDay(value)) return value
  const { year, month } = civilPartsOf(value)
  return toCalendarDay({ year, month, day: lastDayOfMonth(year, month) })
}
