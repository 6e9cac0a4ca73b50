import { expect, test } from 'vitest'
import { printedBullets, printedLines, printedText } from '../../../src/reports/printedText.ts'

test('Japanese text keeps every word and follows the digit rule', () => {
  expect(printedText('　5本のうち4本、USB3の媒体１０本 ', 'ja')).toBe('５本のうち４本、USB3の媒体10本')
})

test('English text is printed as typed', () => {
  expect(printedText('４ of 5 sticks', 'en')).toBe('４ of 5 sticks')
})

test('blank lines and the spaces around lines are layout and go', () => {
  expect(printedLines('一つ目。\n\n　二つ目。\r\n', 'ja')).toEqual(['一つ目。', '二つ目。'])
})

test('a bullet typed by hand is not printed twice', () => {
  expect(printedBullets('・一つ目\n• 二つ目\n三つ目・四つ目\n・', 'ja')).toEqual(['一つ目', '二つ目', '三つ目・四つ目'])
})
