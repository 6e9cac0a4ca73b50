// A whole number in digits, as screens and reports write it.
import { toFullWidthDigits } from './toFullWidthDigits.ts'

/** `ui`: half-width throughout. `report`: one digit full-width, two or more half-width (Japanese print only). */
export type DigitStyle = 'ui' | 'report'

export function formatDigits(value: number, style: DigitStyle): string {
  const digits = String(value)
  return style === 'report' && digits.length === 1 ? toFullWidthDigits(digits) : digits
}
