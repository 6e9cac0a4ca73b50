import { expect, test } from 'vitest'
import { findingNumber } from '../../../../src/domain/text/findingNumber.ts'
import { itemNumber } from '../../../../src/domain/text/itemNumber.ts'

test('a finding number is chapter and item, full-width in Japanese', () => {
  expect(findingNumber(2, 1, 'ja')).toBe('２（１）')
  expect(findingNumber(2, 1, 'en')).toBe('2(1)')
})

test('a finding number of two digits is full-width too', () => {
  expect(findingNumber(2, 10, 'ja')).toBe('２（１０）')
  expect(findingNumber(12, 3, 'ja')).toBe('１２（３）')
})

test('a heading begins with the item alone', () => {
  expect(itemNumber(1, 'ja')).toBe('（１）')
  expect(itemNumber(10, 'en')).toBe('(10)')
})
