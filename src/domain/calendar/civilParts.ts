// Year, month and day as numbers, and what makes them a real date that the product can name. Knows texts, not brands.
import { eras } from './eras.ts'

/** `day` is missing where only the month is known. */
export interface CivilParts {
  readonly year: number
  readonly month: number
  readonly day?: number
}

export type CivilProblem =
  /** Years are counted from 1 (元年) and written with at most four digits. */
  | { readonly code: 'no-such-year' }
  | { readonly code: 'no-such-month' }
  /** 「２月は29日までです」: `lastDay` is that month's last day in the year typed. */
  | { readonly code: 'no-such-day'; readonly month: number; readonly lastDay: number }
  /** Before 1868-10-23, the first day that has an era here. */
  | { readonly code: 'before-meiji' }

const LAST_YEAR = 9999
const ISO_DAY_OR_MONTH = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/

/** Reads the form only: `2024-02-31` has parts too. Undefined for anything but `2024-03-07` and `2024-03`. */
export function readIsoText(text: string): CivilParts | undefined {
  const [, year, month, day] = ISO_DAY_OR_MONTH.exec(text) ?? []
  if (year === undefined || month === undefined) return undefined
  const yearAndMonth = { year: Number(year), month: Number(month) }
  return day === undefined ? yearAndMonth : { ...yearAndMonth, day: Number(day) }
}

export function isoTextOf({ year, month, day }: CivilParts): string {
  const monthText = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return day === undefined ? monthText : `${monthText}-${String(day).padStart(2, '0')}`
}

export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function civilProblemOf(parts: CivilParts): CivilProblem | undefined {
  const { year, month, day } = parts
  if (year < 1 || year > LAST_YEAR) return { code: 'no-such-year' }
  if (month < 1 || month > 12) return { code: 'no-such-month' }
  const lastDay = lastDayOfMonth(year, month)
  if (day !== undefined && (day < 1 || day > lastDay)) return { code: 'no-such-day', month, lastDay }
  const iso = isoTextOf(parts)
  // Compared to the same precision: the month in which Meiji began can be named, 明治元年10月.
  return iso < eras[0].firstDay.slice(0, iso.length) ? { code: 'before-meiji' } : undefined
}
