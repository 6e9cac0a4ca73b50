import * as fc from 'fast-check'
import { test } from 'vitest'
import { applyDigitRule } from '../../../../src/domain/text/applyDigitRule.ts'

const pieces = fc.constantFrom(...'0159０１５９AbＵＳ.-,/:_ 　－．，年月日本のうち（）()・～、。'.split(''))
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme' }),
)

test('applying the digit rule twice is applying it once', () => {
  fc.assert(
    fc.property(texts, (text) => applyDigitRule(applyDigitRule(text)) === applyDigitRule(text)),
    { numRuns: 5000 },
  )
})

test('the digit rule changes only the width of digits', () => {
  const halfWidth = (text: string) => text.replace(/[０-９]/g, (digit) => String('０１２３４５６７８９'.indexOf(digit)))
  fc.assert(
    fc.property(texts, (text) => halfWidth(applyDigitRule(text)) === halfWidth(text)),
    { numRuns: 5000 },
  )
})

test('between words of Japanese one digit is full-width and two or more are half-width', () => {
  const word = fc.constantFrom('令和', '年', '本のうち', '、', '。', '（うち', '・')
  fc.assert(
    fc.property(word, fc.nat(), word, (before, count, after) => {
      const found = applyDigitRule(`${before}${String(count)}${after}`).slice(before.length, -after.length)
      return count < 10 ? found === '０１２３４５６７８９'.charAt(count) : found === String(count)
    }),
  )
})
