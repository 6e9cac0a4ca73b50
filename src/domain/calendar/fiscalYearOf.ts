// Which fiscal year a day or month falls into.
import { civilPartsOf } from './civilPartsOf.ts'
import type { DayOrMonth } from './DayOrMonth.ts'
import { MONTHS_BEFORE_APRIL, type FiscalYear } from './FiscalYear.ts'

export function fiscalYearOf(value: DayOrMonth): FiscalYear {
  const { year, month } = civilPartsOf(value)
  return (month <= MONTHS_BEFORE_APRIL ? year - 1 : year) as FiscalYear
}
