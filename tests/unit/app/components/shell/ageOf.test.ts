import { expect, test } from 'vitest'
import { ageOf } from '../../../../../src/app/components/shell/ageOf.ts'

const at = '2024-03-07T05:00:00.000Z'
const after = (ms: number) => ageOf(at, Date.parse(at) + ms)

test('an age is told in the largest unit that fits', () => {
  expect(after(59_000)).toEqual({ unit: 'now', amount: 0 })
  expect(after(60_000)).toEqual({ unit: 'minutes', amount: 1 })
  expect(after(3 * 3_600_000)).toEqual({ unit: 'hours', amount: 3 })
  expect(after(50 * 3_600_000)).toEqual({ unit: 'days', amount: 2 })
})

test('a clock that was set back makes no negative age', () => {
  expect(after(-5_000)).toEqual({ unit: 'now', amount: 0 })
})
