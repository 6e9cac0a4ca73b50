import { expect, test } from 'vitest'
import { isCalendarDay, toCalendarDay } from '../../../../src/domain/calendar/CalendarDay.ts'

test.each(['2024-02-29', '1868-10-23', '9999-12-31'])('%s is a calendar day', (text) => {
  expect(isCalendarDay(text)).toBe(true)
})

test.each([
  '2023-02-29',
  '1868-10-22',
  '2024-3-7',
  '2024-03',
  '2024-03-07T00:00:00Z',
  ' 2024-03-07',
  '２０２４-03-07',
  '',
])('%j is not a calendar day', (text) => {
  expect(isCalendarDay(text)).toBe(false)
})

test('making a day that does not exist throws', () => {
  expect(() => toCalendarDay({ year: 2023, month: 2, day: 29 })).toThrow('2023-02-29')
})
