// Days in a register. Short era forms (R3.4.1) become readable; everything else stays as the register has it.
import type { CalendarProblem } from '../../domain/calendar/CalendarProblem.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { parseWareki } from '../../domain/calendar/parseWareki.ts'

export interface DateCell {
  readonly text: string
  /** Why a text that means to be a day is none: 平成34年. */
  readonly problem?: CalendarProblem['code']
}

const dateHeader = /年月日?$|日付?$|時期$|date|registered|since/i
/** M, T, S, H or R before a number, or an era's first sign. */
const shortEra = /^[MTSHR明大昭平令]\D{0,2}\d/i

export function readDateCell(label: string, text: string): DateCell {
  if (!dateHeader.test(label) || !/\d|元/.test(text.normalize('NFKC'))) return { text }
  const parsed = parseWareki(text)
  if (!parsed.ok) {
    // A note in a day's column (「令和3年度中」, a time behind the day) is no mistake; a day that cannot be is one.
    return parsed.error.code === 'not-a-date' || parsed.error.code === 'era-missing'
      ? { text }
      : { text, problem: parsed.error.code }
  }
  return shortEra.test(text.normalize('NFKC')) ? { text: formatWareki(parsed.value, 'ja', 'ui') } : { text }
}
