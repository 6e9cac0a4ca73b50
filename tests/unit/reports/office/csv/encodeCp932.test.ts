// Against a second implementation of the same encoding, character by character.
import encoding from 'encoding-japanese'
import { expect, test } from 'vitest'
import { cp932Codes } from '../../../../../src/reports/office/csv/cp932Codes.ts'
import { encodeCp932 } from '../../../../../src/reports/office/csv/encodeCp932.ts'

test('every character that CP932 has gets the bytes that another library gives it', () => {
  const isOwn = (character: string) => /[\uE000-\uF8FF]/.test(character)
  const shared = [...cp932Codes()].filter(([character]) => !isOwn(character))
  const others = shared.filter(([character, bytes]) => {
    const theirs = encoding.convert(encoding.stringToCode(character), { from: 'UNICODE', to: 'SJIS' })
    return theirs.join() !== bytes.join() && !isOnlyRead(theirs, character)
  })
  expect(shared.length).toBeGreaterThan(7_000)
  expect(others.map(([character]) => character)).toEqual([])
})

/** The other library takes NEC's selection where Windows takes IBM's rows; both read as the same character. */
function isOnlyRead(bytes: readonly number[], character: string): boolean {
  const isSelection = bytes[0] === 0xed || bytes[0] === 0xee
  return isSelection && new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)) === character
}

test('the rows that Windows only reads are never written', () => {
  // 髙 stands in NEC's selection (EEE0) and in IBM's own rows (FBFC).
  expect(encodeCp932('髙').bytes).toEqual([0xfb, 0xfc])
  // ㈱ and ∵ stand twice as well: NEC's row 13 before IBM's, and JIS before both.
  expect(encodeCp932('㈱∵').bytes).toEqual([0x87, 0x8a, 0x81, 0xe6])
})

test("an office's own characters keep the codes of Windows", () => {
  expect(encodeCp932('\uE000').bytes).toEqual([0xf0, 0x40])
})
