import { expect, test } from 'vitest'
import { isCalendarMonth } from '../../../../src/domain/calendar/CalendarMonth.ts'
import { isDayOrMonth } from '../../../../src/domain/calendar/DayOrMonth.ts'

test('a day and a month are both dates, and only the month is a month', () => {
  expect(['2024-03-07', '2024-03'].map(isDayOrMonth)).toEqual([true, true])
  expect(['2024-03-07', '2024-03'].map(isCalendarMonth)).toEqual([false, true])
})

test.each(['2024-13', '2024-00', '1868-09', '2024', '2024-02-30'])('%s is neither a day nor a month', (text) => {
  expect(isDayOrMonth(text)).toBe(false)
})
