// Days and months inside operation bodies.
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { isCalendarMonth, type CalendarMonth } from '../calendar/CalendarMonth.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { parseCalendarDay } from '../calendar/parseCalendarDay.ts'
import { parseDayOrMonth } from '../calendar/parseDayOrMonth.ts'
import { branded, type Parser } from '../parse/Parser.ts'

export const calendarDay: Parser<CalendarDay> = (value) => {
  const parsed = typeof value === 'string' ? parseCalendarDay(value) : undefined
  return parsed?.ok === true ? parsed.value : undefined
}

export const dayOrMonth: Parser<DayOrMonth> = (value) => {
  const parsed = typeof value === 'string' ? parseDayOrMonth(value) : undefined
  return parsed?.ok === true ? parsed.value : undefined
}

export const calendarMonth: Parser<CalendarMonth> = branded(isCalendarMonth)
