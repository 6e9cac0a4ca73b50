// Reads `2024-03-07` or `2024-03` and says what is wrong with it. What people type goes through `parseWareki`.
import { err, ok, type Result } from '../Result.ts'
import type { CalendarProblem } from './CalendarProblem.ts'
import { civilProblemOf, isoTextOf, readIsoText, type CivilParts } from './civilParts.ts'
import { isDayOrMonth, type DayOrMonth } from './DayOrMonth.ts'

export function parseDayOrMonth(text: string): Result<DayOrMonth, CalendarProblem> {
  const parts = readIsoText(text)
  return parts === undefined ? err({ code: 'not-a-date' }) : checkCivilParts(parts)
}

export function checkCivilParts(parts: CivilParts): Result<DayOrMonth, CalendarProblem> {
  const problem = civilProblemOf(parts)
  if (problem !== undefined) return err(problem)
  const text = isoTextOf(parts)
  return isDayOrMonth(text) ? ok(text) : err({ code: 'not-a-date' })
}
