import { expect, test } from 'vitest'
import { createRepeatFilter } from '../../../src/device/createRepeatFilter.ts'

test('a code is taken once while it stays before the camera, however long', () => {
  const isNew = createRepeatFilter()
  expect([0, 1_000, 2_900, 5_000, 7_900].map((at) => isNew('4C53', at))).toEqual([true, false, false, false, false])
})

test('a code that was away for three seconds is taken again', () => {
  const isNew = createRepeatFilter()
  expect([isNew('4C53', 0), isNew('4C53', 2_999), isNew('4C53', 5_998), isNew('4C53', 8_998)]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('another code is taken at once', () => {
  const isNew = createRepeatFilter()
  expect([isNew('4C53', 0), isNew('AA04', 10), isNew('4C53', 20)]).toEqual([true, true, false])
})
