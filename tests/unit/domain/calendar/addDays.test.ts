import { expect, test } from 'vitest'
import { addDays } from '../../../../src/domain/calendar/addDays.ts'
import { daysBetween } from '../../../../src/domain/calendar/daysBetween.ts'
import { day } from '../../../support/day.ts'

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-02-29', 1, '2024-03-01'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2023-12-31', 1, '2024-01-01'],
  ['2024-01-01', -1, '2023-12-31'],
  ['1900-02-28', 1, '1900-03-01'],
  ['2000-02-28', 1, '2000-02-29'],
  ['2024-03-07', 0, '2024-03-07'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(day(from), days)).toBe(to)
  expect(daysBetween(day(from), day(to))).toBe(days)
})

test('a day before Meiji cannot be reached', () => {
  expect(() => addDays(day('1868-10-23'), -1)).toThrow('1868-10-22')
})
