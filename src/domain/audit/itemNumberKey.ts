// What tells the numbers of two items of one roster apart when a list comes in.
import type { RosterKind } from '../template/Template.ts'
import { normaliseNumber } from '../text/normaliseNumber.ts'

/**
 * Labels of media are copied by hand, with hyphens or without; elsewhere 1-1 and 11 are two items, however wide they and their
 * hyphens are written. Empty for a text that holds no number. Never shown.
 */
export function itemNumberKey(roster: RosterKind, number: string): string {
  if (roster === 'media') return normaliseNumber(number)
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
}
