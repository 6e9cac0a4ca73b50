import { expect, test } from 'vitest'
import { excerptOf, foldForSearch, markWords, searchWords } from '../../../../src/domain/text/foldForSearch.ts'

const found = (text: string, query: string) =>
  markWords(text, searchWords(query)).flatMap((part) => (part.isFound ? [part.text] : []))

test('width, case and kind of kana make no difference', () => {
  expect(foldForSearch('ＵＳＢメモリ')).toBe(foldForSearch('usbめもり'))
  expect(foldForSearch('ｳｲﾙｽﾊﾞｽﾀｰ')).toBe(foldForSearch('ウイルスバスター'))
  expect(foldForSearch('㈱')).toBe('(株)')
})

test('a query is words with any kind of space between them, each once', () => {
  expect(searchWords(' ウイルス　usb ＵＳＢ ')).toEqual(['ういるす', 'usb'])
  expect(searchWords('　')).toEqual([])
})

test('what is found is marked as it is written', () => {
  expect(found('ＵＳＢメモリ５本のうち usb 1 本', 'usb')).toEqual(['ＵＳＢ', 'usb'])
  expect(found('ｳｲﾙｽﾊﾞｽﾀｰを導入', 'バスター')).toEqual(['ﾊﾞｽﾀｰ'])
  expect(found('𠮷田が確認した', '確認')).toEqual(['確認'])
  expect(found('何もない', '確認')).toEqual([])
})

test('the parts together are the text', () => {
  const text = '令和４年１月の更新以降、ﾊﾟﾀｰﾝﾌｧｲﾙが更新されていない。'
  expect(
    markWords(text, searchWords('更新 パターン'))
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test('of a long text the part around the first found word is shown', () => {
  const parts = excerptOf(markWords(`${'前'.repeat(200)}更新${'後'.repeat(200)}`, searchWords('更新')), 10)
  expect(parts.map((part) => part.text).join('')).toBe(`…${'前'.repeat(10)}更新${'後'.repeat(10)}…`)
})
