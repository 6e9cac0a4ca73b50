// The day in Japan on which something was recorded, as the tablet's clock claims: for people to read, never for a rule [M10].
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { dayOfInstant } from '../calendar/dayOfInstant.ts'
import { parseCalendarDay } from '../calendar/parseCalendarDay.ts'

const japanMinutes = 540
/** Clocks that are further ahead than any calendar here name no day. */
const lastYear = '9998'

/** Null where the claim is no day. */
export function claimedDay(at: string): CalendarDay | null {
  const inUtc = parseCalendarDay(at.slice(0, 'yyyy-mm-dd'.length))
  if (!inUtc.ok || at.slice(0, lastYear.length) > lastYear) return null
  return dayOfInstant(at, japanMinutes)
}
