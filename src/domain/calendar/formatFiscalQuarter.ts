// A quarter as it is cited: 令和５年度第１四半期, Q1 FY2023.
import type { Language } from '../template/Localised.ts'
import { formatDigits, type DigitStyle } from '../text/formatDigits.ts'
import type { FiscalQuarter } from './FiscalQuarter.ts'
import { formatFiscalYear } from './formatFiscalYear.ts'

export function formatFiscalQuarter(value: FiscalQuarter, language: Language, digits: DigitStyle): string {
  const fiscalYear = formatFiscalYear(value.fiscalYear, language, digits)
  return language === 'ja'
    ? `${fiscalYear}第${formatDigits(value.quarter, digits)}四半期`
    : `Q${String(value.quarter)} ${fiscalYear}`
}
