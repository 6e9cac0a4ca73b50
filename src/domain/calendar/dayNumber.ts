// Days as whole numbers and back, by arithmetic alone: no time zone can move a day.
import { toCalendarDay, type CalendarDay } from './CalendarDay.ts'

const DAYS_IN_400_YEARS = 146_097
/** Days from 0000-03-01, where the counting starts so that a leap day ends its year, to 1970-01-01. */
const DAYS_TO_1970 = 719_468

/** Days since 1970-01-01, which is 0. */
export function dayNumberOf(day: CalendarDay): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const century400 = Math.floor(year / 400)
  const yearOf400 = year - century400 * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8)) - 1
  const dayOf400 = yearOf400 * 365 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100) + dayOfYear
  return century400 * DAYS_IN_400_YEARS + dayOf400 - DAYS_TO_1970
}

/** The inverse of `dayNumberOf`. Throws for a day that cannot be named (before Meiji or after the year 9999). */
export function dayFromNumber(dayNumber: number): CalendarDay {
  const sinceStart = dayNumber + DAYS_TO_1970
  const century400 = Math.floor(sinceStart / DAYS_IN_400_YEARS)
  const dayOf400 = sinceStart - century400 * DAYS_IN_400_YEARS
  // Each correction takes out the leap days that make 4, 100 and 400 years longer or shorter than 365 days a year.
  const leapDays = Math.floor(dayOf400 / 1460) - Math.floor(dayOf400 / 36_524) + Math.floor(dayOf400 / 146_096)
  const yearOf400 = Math.floor((dayOf400 - leapDays) / 365)
  const dayOfYear = dayOf400 - (365 * yearOf400 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return toCalendarDay({ year: century400 * 400 + yearOf400 + (month <= 2 ? 1 : 0), month, day })
}
