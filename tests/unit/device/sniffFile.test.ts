import { expect, test } from 'vitest'
import { sniffFile } from '../../../src/device/sniffFile.ts'
import { docx, gif, heic, html, jpeg, pdf, png, svg, webp, xlsx, zip } from '../../support/evidence/someFiles.ts'
import { encodeCp932 } from '../../support/encodeCp932.ts'

const limits = { mostBytes: 10_000_000, mostPixels: 100_000_000 }
const size = { width: 40, height: 30 }
const sniff = (bytes: Uint8Array | string, most = limits) => sniffFile(new Blob([asPart(bytes)]), most)
const asPart = (bytes: Uint8Array | string) => (typeof bytes === 'string' ? bytes : new Uint8Array(bytes))

test.each([
  ['image/jpeg', jpeg(size)],
  ['image/jpeg', jpeg(size, 200_000)],
  ['image/png', png(size)],
  ['image/gif', gif(size)],
  ['image/webp', webp(size)],
  ['image/heic', heic(size)],
  ['application/pdf', pdf],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsx],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx],
  ['text/plain', '番号,名称\n1,USB\n'],
  ['text/plain', '<13>Oct 24 14:32:05 host login\n'],
])('takes %s by its bytes', async (mediaType, bytes) => {
  expect(await sniff(bytes)).toEqual({ state: 'accepted', mediaType })
})

test('takes a text in the encoding of an old system', async () => {
  expect(await sniff(encodeCp932('管理番号,種類\r\nＵ－01,ＵＳＢ\r\n'))).toEqual({
    state: 'accepted',
    mediaType: 'text/plain',
  })
})

test.each([
  ['a drawing', svg],
  ['a page', html],
  ['a drawing behind a comment', '<!-- photo --><svg></svg>'],
  ['a page behind other words', 'photo <html><script>alert(1)</script>'],
  ['an archive', zip],
  ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])],
  ['a picture cut off before its size', jpeg(size).subarray(0, 12)],
])('refuses %s, whatever it is called', async (_, bytes) => {
  expect(await sniff(bytes)).toEqual({ state: 'refused', code: 'unsupported-type' })
})

test('refuses a small file that claims to be a picture without end', async () => {
  const bomb = png(size, { width: 30_000, height: 30_000 })
  expect(await sniff(bomb)).toEqual({ state: 'refused', code: 'too-many-pixels' })
})

test('refuses what is empty and what is too large', async () => {
  expect(await sniff('')).toEqual({ state: 'refused', code: 'empty-file' })
  expect(await sniff(pdf, { ...limits, mostBytes: 10 })).toEqual({ state: 'refused', code: 'file-too-large' })
})

test('says that a file that vanished cannot be read', async () => {
  const gone = new Blob([new Uint8Array(pdf)])
  gone.slice = () => {
    throw new DOMException('gone', 'NotFoundError')
  }
  expect(await sniffFile(gone, limits)).toEqual({ state: 'refused', code: 'unreadable-file' })
})
