// Which sentence a mistyped date gets, and the figures in it. It knows the keys, not the words.
import type { CalendarProblem } from '../../../domain/calendar/CalendarProblem.ts'
import { formatWareki } from '../../../domain/calendar/formatWareki.ts'
import type { Language } from '../../../domain/template/Localised.ts'
import { englishMonth } from '../../../domain/calendar/englishMonth.ts'

/** `day-missing` is the field's own: a month was typed where only a day will do. */
export type DateFieldProblem = CalendarProblem | { readonly code: 'day-missing' }

export function dateProblemMessage(
  problem: DateFieldProblem,
  language: Language,
): { key: string; values: Record<string, string | number> } {
  const key = `common.dateProblem.${problem.code}`
  if (problem.code === 'no-such-day') {
    const month = language === 'ja' ? problem.month : englishMonth(problem.month)
    return { key, values: { month, lastDay: problem.lastDay } }
  }
  if (problem.code === 'era-over') {
    return {
      key,
      values: { lastDay: formatWareki(problem.lastDay, 'ja', 'ui'), meant: formatWareki(problem.meant, 'ja', 'ui') },
    }
  }
  return { key, values: {} }
}
