import { expect, test } from 'vitest'
import { claimedMoment, clockSkewOf } from '../../../../../src/app/components/clock/ClockSkew.ts'

const minutes = 60_000

test.each([
  ['not known yet', null],
  ['right', 0],
  ['off by less than two minutes', -119_000],
])('a clock that is %s is not worth a word', (_, offset) => {
  expect(clockSkewOf(offset)).toBeUndefined()
})

test('the server’s clock behind the tablet’s means that the tablet is ahead', () => {
  expect(clockSkewOf(-3 * minutes)).toEqual({ direction: 'ahead', amount: 3, unit: 'minutes' })
  expect(clockSkewOf(5 * minutes)).toEqual({ direction: 'behind', amount: 5, unit: 'minutes' })
})

test('large distances are told in hours and days', () => {
  expect(clockSkewOf(9 * 60 * minutes)).toMatchObject({ amount: 9, unit: 'hours' })
  expect(clockSkewOf(-365 * 24 * 60 * minutes)).toMatchObject({ direction: 'ahead', amount: 365, unit: 'days' })
})

test('a moment is corrected only where the clock was off enough to mislead, and keeps what the clock said', () => {
  const at = '2026-04-10T10:12:00.000Z'
  expect(claimedMoment(at, null)).toEqual({ shown: new Date(at) })
  expect(claimedMoment(at, 60_000)).toEqual({ shown: new Date(at) })
  expect(claimedMoment(at, -60 * minutes)).toEqual({
    shown: new Date('2026-04-10T09:12:00.000Z'),
    claimed: new Date(at),
  })
})
