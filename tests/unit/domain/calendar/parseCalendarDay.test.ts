import { expect, test } from 'vitest'
import { parseCalendarDay } from '../../../../src/domain/calendar/parseCalendarDay.ts'
import { parseDayOrMonth } from '../../../../src/domain/calendar/parseDayOrMonth.ts'

test('a day is taken', () => {
  expect(parseCalendarDay('2024-03-07')).toEqual({ ok: true, value: '2024-03-07' })
})

test('30 February is refused with the last day of that month', () => {
  expect(parseCalendarDay('2024-02-30')).toEqual({ ok: false, error: { code: 'no-such-day', month: 2, lastDay: 29 } })
})

test('a month is not a day, but is a date', () => {
  expect(parseCalendarDay('2024-03')).toEqual({ ok: false, error: { code: 'not-a-date' } })
  expect(parseDayOrMonth('2024-03')).toEqual({ ok: true, value: '2024-03' })
})

test('a typed form is left to parseWareki', () => {
  expect(parseDayOrMonth('2024/3/7')).toEqual({ ok: false, error: { code: 'not-a-date' } })
})
