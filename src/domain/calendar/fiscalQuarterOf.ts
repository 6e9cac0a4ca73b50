// Which quarter of which fiscal year a day or month falls into.
import { must } from '../must.ts'
import { civilPartsOf } from './civilPartsOf.ts'
import type { DayOrMonth } from './DayOrMonth.ts'
import type { FiscalQuarter } from './FiscalQuarter.ts'
import { fiscalYearOf } from './fiscalYearOf.ts'

/** By civil quarter: January to March is the fourth. */
const quarters = [4, 1, 2, 3] as const

export function fiscalQuarterOf(value: DayOrMonth): FiscalQuarter {
  const quarter = must(quarters[Math.floor((civilPartsOf(value).month - 1) / 3)], `quarter of ${value}`)
  return { fiscalYear: fiscalYearOf(value), quarter }
}
