// Names of the months in English, spelled out here so that every tablet prints the same.
import { must } from '../must.ts'

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `month` from 1. */
export function englishMonth(month: number): string {
  return must(englishMonths[month - 1], `month ${String(month)}`)
}
