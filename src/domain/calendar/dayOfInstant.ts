// The calendar day on which an instant falls for someone whose clocks are so many minutes ahead of UTC.
import { toCalendarDay, type CalendarDay } from './CalendarDay.ts'
import { dayFromNumber, dayNumberOf } from './dayNumber.ts'

const ISO_INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z$/
const MINUTES_A_DAY = 24 * 60

/**
 * `instant` is ISO in UTC (`2024-03-07T15:04:05.123Z`); anything else is a bug of the caller and throws.
 * Japan is `offsetMinutes` 540: east is positive, the opposite sign of `Date.prototype.getTimezoneOffset`.
 */
export function dayOfInstant(instant: string, offsetMinutes: number): CalendarDay {
  const found = ISO_INSTANT.exec(instant)
  if (!found) throw new Error(`not an instant: ${instant}`)
  const [year, month, day, hour, minute] = found.slice(1).map(Number) as [number, number, number, number, number]
  const dayInUtc = toCalendarDay({ year, month, day })
  return dayFromNumber(dayNumberOf(dayInUtc) + Math.floor((hour * 60 + minute + offsetMinutes) / MINUTES_A_DAY))
}
