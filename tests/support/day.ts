// Test data as people write it in a test: an ISO text that is known to be right.
import { isCalendarDay, type CalendarDay } from '../../src/domain/calendar/CalendarDay.ts'
import { isCalendarMonth, type CalendarMonth } from '../../src/domain/calendar/CalendarMonth.ts'

export function day(iso: string): CalendarDay {
  if (!isCalendarDay(iso)) throw new Error(`not a calendar day: ${iso}`)
  return iso
}

export function month(iso: string): CalendarMonth {
  if (!isCalendarMonth(iso)) throw new Error(`not a calendar month: ${iso}`)
  return iso
}
