// A cell's day and time as its format shows it, era years included. Days are counted numbers: no time zone can move one.
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { civilPartsOf } from '../../domain/calendar/civilPartsOf.ts'
import { dayFromNumber } from '../../domain/calendar/dayNumber.ts'
import { englishMonth } from '../../domain/calendar/englishMonth.ts'
import { eraYearOf } from '../../domain/calendar/eraYearOf.ts'
import type { FormatToken } from './formatTokens.ts'

const secondsOfDay = 86_400
/** 9999-12-31, the last day that a workbook knows. */
const lastSerial = 2_958_465
/** Day 1 is 1900-01-01, 25,567 days before 1970-01-01… */
const daysTo1970 = 25_568
/** …and the workbook counts a 1900-02-29 that never was. */
const missingDay = 60
const daysTo1904 = 1_462

const weekdays = ['日', '月', '火', '水', '木', '金', '土']
const weekdaysEnglish = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

interface Moment {
  readonly serial: number
  readonly day: CalendarDay
  readonly weekday: number
  readonly seconds: number
  readonly isTwelveHours: boolean
}

/** Undefined for a number that is no day: before 1900 or after 9999. */
export function formatSerialDate(
  value: number,
  tokens: readonly FormatToken[],
  countsFrom1904: boolean,
): string | undefined {
  const serial = value + (countsFrom1904 ? daysTo1904 : 0)
  if (serial < 0 || serial > lastSerial) return undefined
  const rounded = Math.round(serial * secondsOfDay)
  const days = Math.floor(rounded / secondsOfDay)
  const number = days - daysTo1970 - (days > missingDay ? 1 : 0)
  const moment: Moment = {
    serial,
    day: dayFromNumber(number),
    // 1970-01-01 was a Thursday.
    weekday: (((number + 4) % 7) + 7) % 7,
    seconds: rounded % secondsOfDay,
    isTwelveHours: tokens.some(({ type, text }) => type === 'code' && /^a(?:m\/pm|\/p)$/i.test(text)),
  }
  return tokens
    .map((token, index) =>
      token.type === 'literal' ? token.text : showPart(moment, token.text, isMinute(tokens, index)),
    )
    .join('')
}

/** An m is a minute behind an hour or before a second, else a month. */
function isMinute(tokens: readonly FormatToken[], index: number): boolean {
  const isPart = (token: FormatToken) => token.type === 'code' && /[a-z]/i.test(token.text)
  const before = tokens.slice(0, index).findLast(isPart)
  const next = tokens.slice(index + 1).find(isPart)
  return /^\[?h/i.test(before?.text ?? '') || /^\[?s/i.test(next?.text ?? '')
}

function showPart(moment: Moment, code: string, minute: boolean): string {
  const { day, seconds } = moment
  const { year, month, day: dayOfMonth = 1 } = civilPartsOf(day)
  const width = code.length
  switch (code.toLowerCase().charAt(0)) {
    case 'y':
      return width > 2 ? String(year) : String(year % 100).padStart(2, '0')
    case 'e':
      return String(eraYearOf(day).year).padStart(width, '0')
    case 'g':
      return showEra(day, width)
    case 'm':
      return minute ? pad(Math.floor(seconds / 60) % 60, width) : showMonth(month, width)
    case 'd':
      return width > 2 ? showWeekday(moment.weekday, width === 3) : pad(dayOfMonth, width)
    case 'a':
      if (code.includes('/')) return seconds < secondsOfDay / 2 ? 'AM' : 'PM'
      return (weekdays[moment.weekday] ?? '') + (width > 3 ? '曜日' : '')
    case 'h':
      return pad(hourOf(moment), width)
    case 's':
      return pad(seconds % 60, width)
    case '[':
      return showElapsed(moment.serial, code)
    default:
      return code
  }
}

function showEra(day: CalendarDay, width: number): string {
  const { era } = eraYearOf(day)
  return width > 2 ? era.name : width === 2 ? era.name.slice(0, 1) : era.letter
}

function showMonth(month: number, width: number): string {
  return width > 2 ? englishMonth(month).slice(0, width === 3 ? 3 : undefined) : pad(month, width)
}

function showWeekday(weekday: number, isShort: boolean): string {
  return (weekdaysEnglish[weekday] ?? '').slice(0, isShort ? 3 : undefined)
}

function hourOf({ seconds, isTwelveHours }: Moment): number {
  const hour = Math.floor(seconds / 3_600)
  return isTwelveHours ? hour % 12 || 12 : hour
}

function showElapsed(serial: number, code: string): string {
  const each = code.includes('h') ? 3_600 : code.includes('m') ? 60 : 1
  return String(Math.floor(Math.round(serial * secondsOfDay) / each))
}

function pad(value: number, width: number): string {
  return String(value).padStart(Math.min(width, 2), '0')
}
