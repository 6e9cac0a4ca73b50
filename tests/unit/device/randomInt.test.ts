import { expect, test } from 'vitest'
import { randomInt } from '../../../src/device/randomInt.ts'

test('every number below the bound comes up, and none beyond it', () => {
  const seen = new Set(Array.from({ length: 500 }, () => randomInt(7)))
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('of one there is only the first, and the largest range is drawn from as it is', () => {
  expect(randomInt(1)).toBe(0)
  expect(randomInt(2 ** 32)).toBeLessThan(2 ** 32)
})
