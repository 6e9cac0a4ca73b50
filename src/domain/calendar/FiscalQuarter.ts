// A quarter of the fiscal year; the first runs from April to June.
import type { FiscalYear } from './FiscalYear.ts'

export interface FiscalQuarter {
  readonly fiscalYear: FiscalYear
  readonly quarter: 1 | 2 | 3 | 4
}
