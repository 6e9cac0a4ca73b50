import { expect, test } from 'vitest'
import { monthBeside, monthWeeks } from '../../../../../src/app/components/due/monthWeeks.ts'
import { month } from '../../../../support/day.ts'

test('a month lies in weeks from Sunday to Saturday, with gaps before its first and after its last day', () => {
  const weeks = monthWeeks(month('2024-02'))
  expect(weeks[0]).toEqual([null, null, null, null, '2024-02-01', '2024-02-02', '2024-02-03'])
  expect(weeks.at(-1)).toEqual(['2024-02-25', '2024-02-26', '2024-02-27', '2024-02-28', '2024-02-29', null, null])
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(29)
})

test('a month of four whole weeks has four, and one before the counted Sunday begins where it should', () => {
  expect(monthWeeks(month('2015-02'))).toHaveLength(4)
  expect(monthWeeks(month('1970-01'))[0]?.[4]).toBe('1970-01-01')
})

test('the months beside cross the year', () => {
  expect(monthBeside(month('2024-01'), -1)).toBe('2023-12')
  expect(monthBeside(month('2024-12'), 1)).toBe('2025-01')
})
