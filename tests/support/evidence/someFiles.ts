// Small files of every kind that evidence may be, and of kinds it may not, made byte by byte.
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A grey PNG; `claimed` says another size than its rows have, as a pixel bomb does. */
export function png({ width, height }: PictureSize, claimed: PictureSize = { width, height }): Buffer {
  const header = Buffer.concat([uint32(claimed.width), uint32(claimed.height), Buffer.from([8, 0, 0, 0, 0])])
  const rows = Buffer.alloc((width + 1) * height, 0x80)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunk('IHDR', header),
    ...chunk('IDAT', deflateSync(rows)),
    ...chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer[] {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return [uint32(data.length), body, uint32(crc32(body))]
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A JPEG as far as its size; `filler` bytes of camera data stand before it. */
export function jpeg({ width, height }: PictureSize, filler = 0): Buffer {
  const size = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  const segments = [segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))]
  for (let left = filler; left > 0; left -= 65_000) segments.push(segment(0xe1, Buffer.alloc(Math.min(left, 65_000))))
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, segment(0xc0, size), Buffer.from([0xff, 0xd9])])
}

function segment(marker: number, data: Buffer): Buffer {
  const length = data.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 255]), data])
}

export function gif({ width, height }: PictureSize): Buffer {
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([width & 255, width >> 8, height & 255, height >> 8, 0, 0, 0, 0x3b]),
  ])
}

export function heic({ width, height }: PictureSize): Buffer {
  const ispe = box('ispe', uint32(0), uint32(width), uint32(height))
  const meta = box('meta', uint32(0), box('iprp', box('ipco', ispe)))
  return Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')), meta])
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const data = Buffer.concat(parts)
  return Buffer.concat([uint32(data.length + 8), Buffer.from(type, 'latin1'), data])
}

export function webp({ width, height }: PictureSize): Buffer {
  const frame = Buffer.alloc(10)
  frame.writeUIntLE(width - 1, 4, 3)
  frame.writeUIntLE(height - 1, 7, 3)
  const chunkBytes = Buffer.concat([Buffer.from('VP8X\x0a\0\0\0', 'latin1'), frame])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(chunkBytes.length + 4)
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), chunkBytes])
}

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')

const contentTypes = (part: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${part}.main+xml"/></Types>`

export const xlsx = Buffer.from(
  zipSync({ '[Content_Types].xml': strToU8(contentTypes('spreadsheetml.sheet')), 'xl/workbook.xml': strToU8('<x/>') }),
)
export const docx = Buffer.from(
  zipSync({
    '[Content_Types].xml': strToU8(contentTypes('wordprocessingml.document')),
    'word/document.xml': strToU8('<x/>'),
  }),
)
export const zip = Buffer.from(zipSync({ 'a.txt': strToU8('a') }))

export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const html = Buffer.from('<!DOCTYPE html><html><body><script>alert(1)</script></body></html>')
