import { expect, test } from 'vitest'
import { formatMonthOf } from '../../../../src/domain/calendar/formatMonthOf.ts'
import { month } from '../../../support/day.ts'

test('the month a record is for ends in 分', () => {
  expect(formatMonthOf(month('2023-11'), 'ja', 'report')).toBe('令和５年11月分')
  expect(formatMonthOf(month('2023-11'), 'en', 'report')).toBe('for November 2023')
})
