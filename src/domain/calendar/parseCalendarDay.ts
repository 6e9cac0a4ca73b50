// Reads `2024-03-07` and says what is wrong with it. What people type goes through `parseWareki`.
import { err, ok, type Result } from '../Result.ts'
import { isCalendarDay, type CalendarDay } from './CalendarDay.ts'
import type { CalendarProblem } from './CalendarProblem.ts'
import { parseDayOrMonth } from './parseDayOrMonth.ts'

export function parseCalendarDay(text: string): Result<CalendarDay, CalendarProblem> {
  const parsed = parseDayOrMonth(text)
  if (!parsed.ok) return parsed
  return isCalendarDay(parsed.value) ? ok(parsed.value) : err({ code: 'not-a-date' })
}
