import { expect, test } from 'vitest'
import { formatDayWithWeekday } from '../../../../src/domain/calendar/formatDayWithWeekday.ts'
import { day } from '../../../support/day.ts'

test.each([
  ['2023-10-31', '10月31日（火）', 'Tue 31 October'],
  ['2024-03-03', '3月3日（日）', 'Sun 3 March'],
  ['1970-01-01', '1月1日（木）', 'Thu 1 January'],
  ['1868-10-23', '10月23日（金）', 'Fri 23 October'],
])('%s is %s', (iso, japanese, english) => {
  expect(formatDayWithWeekday(day(iso), 'ja')).toBe(japanese)
  expect(formatDayWithWeekday(day(iso), 'en')).toBe(english)
})
