// An era year without its 年: 令和６, 令和元.
import { formatDigits, type DigitStyle } from '../text/formatDigits.ts'
import type { EraYear } from './eraYearOf.ts'

export function formatEraYear({ era, year }: EraYear, digits: DigitStyle): string {
  return era.name + (year === 1 ? '元' : formatDigits(year, digits))
}
