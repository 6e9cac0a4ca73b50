import { expect, test } from 'vitest'
import { stepThrough } from '../../../../../src/app/components/base/stepThrough.ts'

const inTheMiddle = { from: 50, count: 100, page: 8 }

test('the arrows go one row, Page goes as many as are in sight, Home and End go to the ends', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
  expect(keys.map((key) => stepThrough(key, inTheMiddle))).toEqual([51, 49, 58, 42, 0, 99])
})

test('no key leads beyond either end', () => {
  expect(['ArrowUp', 'PageUp'].map((key) => stepThrough(key, { ...inTheMiddle, from: 0 }))).toEqual([0, 0])
  expect(['ArrowDown', 'PageDown'].map((key) => stepThrough(key, { ...inTheMiddle, from: 99 }))).toEqual([99, 99])
})

test('other keys do not move', () => {
  expect(['Enter', ' ', 'a', 'Tab'].map((key) => stepThrough(key, inTheMiddle))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
