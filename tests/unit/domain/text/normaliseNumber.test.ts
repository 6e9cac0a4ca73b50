import { expect, test } from 'vitest'
import { normaliseNumber } from '../../../../src/domain/text/normaliseNumber.ts'

test.each([
  ['4c53-0001', '4C530001'],
  ['４Ｃ５３－０００１', '4C530001'],
  ['4C53 0001', '4C530001'],
  ['ｕｓｂー健保―０１４', 'USB健保014'],
  ['USB‐014', 'USB014'],
  [' - ', ''],
])('%j and %j are one number', (typed, number) => {
  expect(normaliseNumber(typed)).toBe(number)
})
