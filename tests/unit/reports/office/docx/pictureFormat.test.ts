import { expect, test } from 'vitest'
import { pictureFormat } from '../../../../../src/reports/office/docx/pictureFormat.ts'

const bytes = (...hex: readonly string[]) =>
  Uint8Array.from(hex.join('').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const header = bytes('89504e470d0a1a0a', '0000000d49484452', '00000280', '000001e0')
/** An application block of six bytes, a table that is no frame, fillers, then a frame of 480 × 640. */
const jpeg = bytes('ffd8', 'ffe0000601020304', 'ffc4000401ff', 'ffff', 'ffc2000b08', '01e0', '0280', '0301')

test('the size of a PNG and of a progressive JPEG stands in their bytes', () => {
  expect(pictureFormat(header)).toEqual({ type: 'png', width: 640, height: 480 })
  expect(pictureFormat(jpeg)).toEqual({ type: 'jpg', width: 640, height: 480 })
})

test('other formats and cut files are no pictures for Word', () => {
  expect(pictureFormat(bytes('52494646'))).toBeUndefined()
  expect(pictureFormat(new Uint8Array())).toBeUndefined()
  for (let length = 0; length < jpeg.length - 3; length += 1)
    expect(pictureFormat(jpeg.slice(0, length))).toBeUndefined()
})
