// How many of something, with thousands separated: 1,204 on screens, ５ in a Japanese report.
import type { Language } from '../template/Localised.ts'
import { formatDigits, type DigitStyle } from './formatDigits.ts'

/** `count` is a whole number, 0 or more. English is half-width in print too. */
export function formatCount(count: number, language: Language, digits: DigitStyle): string {
  if (language === 'ja' && count < 10) return formatDigits(count, digits)
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
