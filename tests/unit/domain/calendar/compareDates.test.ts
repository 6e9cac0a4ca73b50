import { expect, test } from 'vitest'
import { compareDates, isAfter } from '../../../../src/domain/calendar/compareDates.ts'
import { day, month } from '../../../support/day.ts'

test('dates sort in time, a month by its last day', () => {
  const dates = [day('2024-04-01'), month('2024-03'), day('2024-03-07'), month('2024-02'), day('2023-12-31')]
  expect(dates.toSorted(compareDates)).toEqual(['2023-12-31', '2024-02', '2024-03-07', '2024-03', '2024-04-01'])
})

test('no date is after itself, nor a month after its own last day', () => {
  expect(isAfter(day('2024-03-31'), day('2024-03-31'))).toBe(false)
  expect(isAfter(month('2024-03'), day('2024-03-31'))).toBe(false)
  expect(isAfter(month('2024-03'), day('2024-03-30'))).toBe(true)
})
