import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeFile } from '../../../../src/server/evidence/judgeFile.ts'
import { docx, gif, heic, html, jpeg, pdf, png, svg, webp, xlsx, zip } from '../../../support/evidence/someFiles.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genba-judge-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
async function judge(bytes: Uint8Array, name = 'file') {
  const path = join(folder, `${String((files += 1))}-${name}`)
  await writeFile(path, bytes)
  const judged = await judgeFile(path)
  return judged.ok ? judged.value : judged.error
}

const size = { width: 40, height: 30 }
const bytes = (...values: number[]) => Buffer.from(values)
const sjis = bytes(0x91, 0xe4, 0x92, 0xa0, 0x2c, 0x31, 0x0d, 0x0a)
const eucJp = bytes(0xc2, 0xe6, 0xc4, 0xa2, 0x0a)
const utf16 = (text: string) => Buffer.concat([bytes(0xff, 0xfe), Buffer.from(text, 'utf16le')])

test.each([
  ['a PNG', png(size), 'image/png'],
  ['a JPEG', jpeg(size), 'image/jpeg'],
  ['a JPEG with a megabyte of camera data before its size', jpeg(size, 1_000_000), 'image/jpeg'],
  ['a GIF', gif(size), 'image/gif'],
  ['a WebP', webp(size), 'image/webp'],
  ['a HEIC', heic(size), 'image/heic'],
  ['a PDF', pdf, 'application/pdf'],
  ['an XLSX', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a DOCX', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a text in UTF-8', Buffer.from('端末,日付\r\n'), 'text/plain'],
  ['a text with a byte order mark', Buffer.from('\ufeff端末'), 'text/plain'],
  ['a text in CP932', sjis, 'text/plain'],
  ['a text in EUC-JP', eucJp, 'text/plain'],
  ['a text in UTF-16', utf16('端末,日付'), 'text/plain'],
  ['a log of a machine', Buffer.from('<13>Nov 23 host su: \u001b[1mok\u001b[0m <script>\n'), 'text/plain'],
  ['a CSV that begins like a bitmap', Buffer.from('BM,1,2\n'), 'text/plain'],
  ['an empty file', Buffer.alloc(0), 'text/plain'],
])('[P21] %s is evidence', async (_what, file, type) => {
  expect(await judge(file)).toBe(type)
})

test.each([
  ['an SVG', svg, 'file.svg'],
  ['an SVG named as a PNG', svg, 'file.png'],
  ['an SVG named as a text', svg, 'file.txt'],
  ['an SVG behind an XML head', Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), svg]), 'x'],
  ['an SVG behind blanks and a byte order mark', Buffer.concat([Buffer.from('\ufeff \n\t'), svg]), 'x'],
  ['an SVG behind other words', Buffer.concat([Buffer.from('note '), svg]), 'x'],
  ['an SVG in UTF-16', utf16(svg.toString()), 'x'],
  ['a gzipped SVG', gzipSync(svg), 'x'],
  ['an HTML page', html, 'file.html'],
  ['an HTML page named as a photo', html, 'file.jpg'],
  ['a script tag', Buffer.from('<script>alert(1)</script>'), 'x'],
  ['an SVG behind the signature of a PNG', Buffer.concat([png(size).subarray(0, 8), svg]), 'x'],
  ['an HTML page behind the signature of a JPEG', Buffer.concat([bytes(0xff, 0xd8, 0xff, 0xe0), html]), 'x'],
  ['a ZIP', zip, 'x'],
  ['a program', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0), 'x'],
  ['bytes that are nothing', bytes(0, 1, 2, 3, 4, 5), 'x'],
  ['a text with a NUL in it', Buffer.from('a\0b'), 'x'],
  ['bytes that no encoding has', bytes(0x41, 0xff, 0xff), 'x'],
])('[P21] %s is refused', async (_what, file, name) => {
  expect(await judge(file, name)).toBe('unsupported-type')
})

test.each([
  ['a PNG', png({ width: 1, height: 1 }, { width: 10_001, height: 10_000 })],
  ['a JPEG', jpeg({ width: 20_000, height: 5_001 })],
  ['a GIF', gif({ width: 65_000, height: 2_000 })],
  ['a WebP', webp({ width: 16_000, height: 16_000 })],
  ['a HEIC', heic({ width: 16_000, height: 16_000 })],
])('[P21] %s of more than 100 million pixels is refused', async (_what, file) => {
  expect(await judge(file)).toBe('too-many-pixels')
})

test('[P21] a picture of exactly 100 million pixels is evidence', async () => {
  expect(await judge(jpeg({ width: 10_000, height: 10_000 }))).toBe('image/jpeg')
})
