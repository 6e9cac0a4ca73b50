import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { addDays } from '../../../../src/domain/calendar/addDays.ts'
import { isCalendarDay, type CalendarDay } from '../../../../src/domain/calendar/CalendarDay.ts'
import { isCalendarMonth } from '../../../../src/domain/calendar/CalendarMonth.ts'
import { dayFromNumber, dayNumberOf } from '../../../../src/domain/calendar/dayNumber.ts'
import { formatDayWithWeekday } from '../../../../src/domain/calendar/formatDayWithWeekday.ts'
import { formatWareki } from '../../../../src/domain/calendar/formatWareki.ts'
import { parseWareki } from '../../../../src/domain/calendar/parseWareki.ts'
import { applyDigitRule } from '../../../../src/domain/text/applyDigitRule.ts'

// Each test below walks 85,000 days: seconds on a busy machine, where the default limit is five.
vi.setConfig({ testTimeout: 60_000 })

const MILLISECONDS_A_DAY = 86_400_000
const firstNumber = Date.UTC(1868, 9, 23) / MILLISECONDS_A_DAY
const lastNumber = Date.UTC(2100, 11, 31) / MILLISECONDS_A_DAY

/** Every day from the first of Meiji to the end of 2100, by the platform's own calendar. */
function* everyDay(): Generator<[dayNumber: number, day: CalendarDay]> {
  for (let dayNumber = firstNumber; dayNumber <= lastNumber; dayNumber++) {
    const iso = new Date(dayNumber * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
    if (!isCalendarDay(iso)) throw new Error(`${iso} is not taken as a day`)
    yield [dayNumber, iso]
  }
}

test('every day from 1868 to 2100 agrees with the proleptic calendar of the platform, both ways', () => {
  for (const [dayNumber, day] of everyDay()) {
    if (dayNumberOf(day) !== dayNumber || dayFromNumber(dayNumber) !== day) expect.fail(day)
  }
})

test('every day from 1868 to 2100 is read back from how it is printed', () => {
  for (const [, day] of everyDay()) {
    for (const digits of ['ui', 'report'] as const) {
      const printed = formatWareki(day, 'ja', digits)
      const parsed = parseWareki(printed)
      if (!parsed.ok || parsed.value !== day) expect.fail(`${day} is printed ${printed}`)
    }
  }
})

test('every month from 1868 to 2100 is read back from how it is printed', () => {
  const months = new Set([...everyDay()].map(([, day]) => day.slice(0, 7)))
  expect(months.size).toBe(3 + 232 * 12)
  for (const month of months) {
    if (!isCalendarMonth(month)) expect.fail(month)
    expect(parseWareki(formatWareki(month, 'ja', 'report'))).toEqual({ ok: true, value: month })
  }
})

test('the printed form of a date already follows the digit rule', () => {
  for (const [, day] of everyDay()) {
    const printed = formatWareki(day, 'ja', 'report')
    if (applyDigitRule(formatWareki(day, 'ja', 'ui')) !== printed || applyDigitRule(printed) !== printed) {
      expect.fail(printed)
    }
  }
})

test('weekdays follow one another without a break', () => {
  let previous = 4 // 1868-10-22 was a Thursday
  for (const [, day] of everyDay()) {
    const weekday = '日月火水木金土'.indexOf(formatDayWithWeekday(day, 'ja').at(-2) ?? '')
    if (weekday !== (previous + 1) % 7) expect.fail(day)
    previous = weekday
  }
})

test('adding days and taking them away comes back to the same day', () => {
  const dayNumber = fc.integer({ min: firstNumber, max: lastNumber })
  fc.assert(
    fc.property(dayNumber, dayNumber, (from, to) => {
      const start = dayFromNumber(from)
      expect(addDays(addDays(start, to - from), from - to)).toBe(start)
    }),
  )
})

test('whatever is typed is taken as a real date or refused, and never throws', () => {
  const piece = fc.constantFrom(...'令和平成昭大正明治元年月日分RHSTM0123456789０１９./-～ 　'.split(''))
  const nearDate = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.oneof(nearDate, fc.string({ unit: 'binary' })), (typed) => {
      const parsed = parseWareki(typed)
      return !parsed.ok || isCalendarDay(parsed.value) || isCalendarMonth(parsed.value)
    }),
    { numRuns: 2000 },
  )
})
