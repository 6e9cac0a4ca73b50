// From one day or month to another, naming year and month once where both ends share them: 令和６年１月15日～26日.
import type { Language } from '../template/Localised.ts'
import { formatDigits, type DigitStyle } from '../text/formatDigits.ts'
import { isCalendarDay } from './CalendarDay.ts'
import { civilPartsOf } from './civilPartsOf.ts'
import type { DayOrMonth } from './DayOrMonth.ts'
import { englishMonth } from './englishMonth.ts'
import { eraYearOf } from './eraYearOf.ts'
import { formatWareki } from './formatWareki.ts'

export interface DateRange {
  readonly from: DayOrMonth
  readonly to: DayOrMonth
}

/** Both ends are included and printed in the order given. */
export function formatWarekiRange(range: DateRange, language: Language, digits: DigitStyle): string {
  const { from, to } = range
  if (from === to) return formatWareki(from, language, digits)
  return language === 'ja' ? formatJapanese(range, digits) : formatEnglish(range)
}

function formatJapanese({ from, to }: DateRange, digits: DigitStyle): string {
  const start = `${formatWareki(from, 'ja', digits)}～`
  const { month, day } = civilPartsOf(to)
  const isSameYear = eraYearOf(from).era === eraYearOf(to).era && civilPartsOf(from).year === civilPartsOf(to).year
  if (!isSameYear) return start + formatWareki(to, 'ja', digits)
  const dayText = day === undefined ? '' : `${formatDigits(day, digits)}日`
  return start + (isWithinOneMonth(from, to) ? '' : `${formatDigits(month, digits)}月`) + dayText
}

function formatEnglish({ from, to }: DateRange): string {
  const [start, end] = [civilPartsOf(from), formatWareki(to, 'en', 'ui')]
  if (start.year !== civilPartsOf(to).year) return `${formatWareki(from, 'en', 'ui')} – ${end}`
  if (isWithinOneMonth(from, to)) return `${String(start.day)}–${end}`
  // Unspaced only between single words: "November–December 2023", but "15 January – 3 February 2024".
  if (!isCalendarDay(from) && !isCalendarDay(to)) return `${englishMonth(start.month)}–${end}`
  return `${start.day === undefined ? '' : `${String(start.day)} `}${englishMonth(start.month)} – ${end}`
}

function isWithinOneMonth(from: DayOrMonth, to: DayOrMonth): boolean {
  return isCalendarDay(from) && isCalendarDay(to) && from.slice(0, 7) === to.slice(0, 7)
}
