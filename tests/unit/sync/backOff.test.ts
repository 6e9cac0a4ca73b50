import { expect, test } from 'vitest'
import { backOff } from '../../../src/sync/backOff.ts'

test('the longest wait doubles with every failure up to five minutes', () => {
  expect([1, 2, 3, 8, 9, 50].map((failures) => backOff(failures, 1, null))).toEqual([
    2_000, 4_000, 8_000, 256_000, 300_000, 300_000,
  ])
})

test('the jitter spreads over the whole wait, but never to nothing', () => {
  expect([0, 0.25, 0.5].map((fraction) => backOff(4, fraction, null))).toEqual([250, 4_000, 8_000])
})

test('the server is not asked again before it wants to be', () => {
  expect(backOff(1, 0, 90_000)).toBe(90_000)
})
