// Which era a day or month belongs to, and which year of it.
import { must } from '../must.ts'
import { civilPartsOf } from './civilPartsOf.ts'
import type { DayOrMonth } from './DayOrMonth.ts'
import { eras, firstYearOf, type Era } from './eras.ts'
import { lastDayOf } from './lastDayOf.ts'

export interface EraYear {
  readonly era: Era
  /** From 1. */
  readonly year: number
}

/** A month in which the era changed belongs to the new era (1989-01 is 平成元年１月), as most of its readers will write it. */
export function eraYearOf(value: DayOrMonth): EraYear {
  const day: string = lastDayOf(value)
  const era = must(
    eras.findLast((candidate) => candidate.firstDay <= day),
    `era of ${value}`,
  )
  return { era, year: civilPartsOf(value).year - firstYearOf(era) + 1 }
}
