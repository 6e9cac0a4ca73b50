// The digit rule of Japanese municipal print: one digit full-width, two or more half-width (令和６年４月22日).
// Touches digits that stand alone and nothing else: an identifier or a decimal must come out as it was typed.
import { toFullWidthDigits, toHalfWidthDigits } from './toFullWidthDigits.ts'

const ALNUM = '[0-9０-９A-Za-zＡ-Ｚａ-ｚ]+'
/** Signs that bind what stands on both sides into one term: 6.4, 1.2.3, 1,234, 14:32, 3/7, 4C53-0001, Windows 7. */
const BINDING = '[-‐–.,/:_ －．，／：＿]'
/** A number of a finding, ２（１０）, or of an item, （１０）, is full-width throughout (`findingNumber`) and stays so. */
const FINDING_NUMBER = '[０-９]*（[０-９]+）'
const TERM = new RegExp(`${FINDING_NUMBER}|[-.]*${ALNUM}(?:${BINDING}${ALNUM})*[-.]*`, 'g')
const DIGITS_ALONE = /^[0-9０-９]+$/

/**
 * Changes a run of digits only when no Latin letter, hyphen or dot touches it and no binding sign joins it to more
 * letters or digits. `A02`, `USB3`, `6.4`, `No.5`, `-5` and `1.` therefore stay as typed. Idempotent.
 */
export function applyDigitRule(text: string): string {
  return text.replace(TERM, (term) => {
    if (!DIGITS_ALONE.test(term)) return term
    return term.length === 1 ? toFullWidthDigits(term) : toHalfWidthDigits(term)
  })
}
