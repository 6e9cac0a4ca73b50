// Reads a date the way people type it at the desk, era or western, full- or half-width, day or month. Never guesses a
// year: what could mean two dates is refused with the reason.
import { must } from '../must.ts'
import { err, ok, type Result } from '../Result.ts'
import { addDays } from './addDays.ts'
import { isCalendarDay, type CalendarDay } from './CalendarDay.ts'
import type { CalendarProblem } from './CalendarProblem.ts'
import type { DayOrMonth } from './DayOrMonth.ts'
import { eras, firstYearOf, type Era } from './eras.ts'
import { checkCivilParts } from './parseDayOrMonth.ts'

const ERA = '(?<era>明治?|大正?|昭和?|平成?|令和?|[MTSHR])?'
const YEAR = String.raw`(?<year>\d{1,4}|元)`
const MONTH = String.raw`(?<month>\d{1,2})`
const DAY = String.raw`(?<day>\d{1,2})`
/** 令和6年3月7日, 2024年3月, 令和5年11月分 */
const WRITTEN = new RegExp(`^${ERA}${YEAR}年${MONTH}月(?:${DAY}日|分)?$`)
/** R6.3.7, r6/3/7, 2024-03-07; one sign throughout */
const SEPARATED = new RegExp(`^${ERA}${YEAR}(?<sign>[-/.])${MONTH}(?:\\k<sign>${DAY})?$`)
const DASHES = /[‐‑‒–—−ー]/g
/** Between two digits a space separates, and dropping it would make another number. */
const REMOVABLE_SPACE = /(?<!\d)\s+|\s+(?!\d)/g

/**
 * An era year names a civil year, and every month and day of that year is accepted: 平成31年６月 and 令和元年４月 stand in
 * real documents and can mean only one date. An era year after the era's last one (平成34年) is refused as `era-over` with
 * the date it would be, because it is as likely a slip of the pen.
 */
export function parseWareki(text: string): Result<DayOrMonth, CalendarProblem> {
  const typed = normalise(text)
  const groups = (WRITTEN.exec(typed) ?? SEPARATED.exec(typed))?.groups
  const { year, month, day } = groups ?? {}
  if (year === undefined || month === undefined) return err({ code: 'not-a-date' })
  const eraTyped = groups?.era ?? ''
  const era = eras.find(({ name, letter }) => eraTyped.startsWith(name.charAt(0)) || eraTyped === letter)
  if (!era && (year === '元' || year.length < 4)) return err({ code: 'era-missing' })
  const yearNumber = year === '元' ? 1 : Number(year)
  if (yearNumber < 1) return err({ code: 'no-such-year' })
  const checked = checkCivilParts({
    year: era ? firstYearOf(era) + yearNumber - 1 : yearNumber,
    month: Number(month),
    ...(day === undefined ? {} : { day: Number(day) }),
  })
  return checked.ok && era ? checkEraYear(era, checked.value) : checked
}

/** NFKC turns full-width digits, letters and signs into half-width ones, and ㋿ into 令和. */
function normalise(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase().replace(DASHES, '-').replace(REMOVABLE_SPACE, '')
}

function checkEraYear(era: Era, meant: DayOrMonth): Result<DayOrMonth, CalendarProblem> {
  const next = eras[eras.indexOf(era) + 1]
  if (!next || Number(meant.slice(0, 4)) <= firstYearOf(next)) return ok(meant)
  return err({ code: 'era-over', era: era.id, lastDay: dayBefore(next), meant })
}

function dayBefore(next: Era): CalendarDay {
  const firstDay: string = next.firstDay
  return addDays(must(isCalendarDay(firstDay) ? firstDay : undefined, `first day of ${next.id}`), -1)
}
