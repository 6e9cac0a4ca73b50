// A day or month as people read it: 令和６年３月７日 in reports, 令和6年3月7日 on screens, 7 March 2024 in English.
import type { Language } from '../template/Localised.ts'
import { formatDigits, type DigitStyle } from '../text/formatDigits.ts'
import { civilPartsOf } from './civilPartsOf.ts'
import type { DayOrMonth } from './DayOrMonth.ts'
import { englishMonth } from './englishMonth.ts'
import { formatEraYear } from './formatEraYear.ts'
import { eraYearOf } from './eraYearOf.ts'

export function formatWareki(value: DayOrMonth, language: Language, digits: DigitStyle): string {
  const { year, month, day } = civilPartsOf(value)
  if (language === 'en') {
    const monthAndYear = `${englishMonth(month)} ${String(year)}`
    return day === undefined ? monthAndYear : `${String(day)} ${monthAndYear}`
  }
  const monthText = `${formatEraYear(eraYearOf(value), digits)}年${formatDigits(month, digits)}月`
  return day === undefined ? monthText : `${monthText}${formatDigits(day, digits)}日`
}
