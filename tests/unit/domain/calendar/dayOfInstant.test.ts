import { expect, test } from 'vitest'
import { dayOfInstant } from '../../../../src/domain/calendar/dayOfInstant.ts'

test.each([
  ['2024-03-06T14:59:59.999Z', 540, '2024-03-06'],
  ['2024-03-06T15:00:00.000Z', 540, '2024-03-07'],
  ['2024-02-29T23:59Z', 0, '2024-02-29'],
  ['2024-01-01T04:59:00Z', -300, '2023-12-31'],
  ['2023-12-31T18:30:00Z', 330, '2024-01-01'],
])('%s at %i minutes from UTC is %s', (instant, offsetMinutes, expected) => {
  expect(dayOfInstant(instant, offsetMinutes)).toBe(expected)
})

test('a text that is no UTC instant is a bug', () => {
  expect(() => dayOfInstant('2024-03-06T15:00:00+09:00', 540)).toThrow('not an instant')
})
