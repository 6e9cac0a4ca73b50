// The month something is for: 令和５年11月分 of a usage log, "for November 2023" in English.
import type { Language } from '../template/Localised.ts'
import type { DigitStyle } from '../text/formatDigits.ts'
import type { CalendarMonth } from './CalendarMonth.ts'
import { formatWareki } from './formatWareki.ts'

export function formatMonthOf(month: CalendarMonth, language: Language, digits: DigitStyle): string {
  const text = formatWareki(month, language, digits)
  return language === 'ja' ? `${text}分` : `for ${text}`
}
