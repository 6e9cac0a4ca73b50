// The number of a finding, chapter and item, as the follow-up report prints it: ２（１）, 2(1) in English.
import type { Language } from '../template/Localised.ts'
import { itemNumber } from './itemNumber.ts'
import { toFullWidthDigits } from './toFullWidthDigits.ts'

/** Full-width throughout, ２（１０） too: finding numbers are exempt from the digit rule, so that a column of them stays aligned. */
export function findingNumber(chapter: number, item: number, language: Language): string {
  return (language === 'ja' ? toFullWidthDigits(String(chapter)) : String(chapter)) + itemNumber(item, language)
}
