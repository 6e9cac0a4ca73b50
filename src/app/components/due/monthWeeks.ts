// The weeks of a month for a calendar, from Sunday to Saturday, and the way to the months beside it.
import { addDays } from '../../../domain/calendar/addDays.ts'
import { toCalendarDay, type CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import { toCalendarMonth, type CalendarMonth } from '../../../domain/calendar/CalendarMonth.ts'
import { civilPartsOf } from '../../../domain/calendar/civilPartsOf.ts'
import { daysBetween } from '../../../domain/calendar/daysBetween.ts'
import { lastDayOf } from '../../../domain/calendar/lastDayOf.ts'

/** A Sunday, from which weekdays are counted. */
const someSunday = toCalendarDay({ year: 2023, month: 1, day: 1 })

/** Null before the first and after the last day of the month. */
export function monthWeeks(month: CalendarMonth): readonly (readonly (CalendarDay | null)[])[] {
  const last = lastDayOf(month)
  const first = toCalendarDay({ ...civilPartsOf(month), day: 1 })
  const lead = weekdayOf(first)
  const length = daysBetween(first, last) + 1
  return Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - lead
      return day < 0 || day >= length ? null : addDays(first, day)
    }),
  )
}

function weekdayOf(day: CalendarDay): number {
  return ((daysBetween(someSunday, day) % 7) + 7) % 7
}

export function monthBeside(month: CalendarMonth, by: -1 | 1): CalendarMonth {
  const { year, month: number } = civilPartsOf(month)
  const count = year * 12 + number - 1 + by
  return toCalendarMonth({ year: Math.floor(count / 12), month: (count % 12) + 1 })
}
