// The numbers in a day or month.
import { must } from '../must.ts'
import { readIsoText, type CivilParts } from './civilParts.ts'
import type { DayOrMonth } from './DayOrMonth.ts'

export function civilPartsOf(value: DayOrMonth): CivilParts {
  return must(readIsoText(value), `parts of ${value}`)
}
