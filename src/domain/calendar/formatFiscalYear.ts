// A fiscal year as it is cited: 令和５年度, FY2023.
import type { Language } from '../template/Localised.ts'
import type { DigitStyle } from '../text/formatDigits.ts'
import { toCalendarDay } from './CalendarDay.ts'
import { eraYearOf } from './eraYearOf.ts'
import type { FiscalYear } from './FiscalYear.ts'
import { formatEraYear } from './formatEraYear.ts'

/** A fiscal year in which the era changed before New Year bears the new era's name: 2019 is 令和元年度, as the state named it. */
export function formatFiscalYear(fiscalYear: FiscalYear, language: Language, digits: DigitStyle): string {
  if (language === 'en') return `FY${String(fiscalYear)}`
  const newYearsEve = toCalendarDay({ year: fiscalYear, month: 12, day: 31 })
  return `${formatEraYear(eraYearOf(newYearsEve), digits)}年度`
}
