// Makes a screenshot small enough for a README: at most 256 colours, each pixel takes the nearest.
// Reads only what Chromium writes (8 bits, RGB or RGBA, not interlaced) and drops transparency, which screenshots do not have.
import { deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const mostColours = 256

interface Image {
  readonly width: number
  readonly height: number
  /** A pixel each: red, green and blue in one number. */
  readonly pixels: Uint32Array
}

export function shrinkPng(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png)
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const palette = paletteOf(counts)
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]))
  const lines = Buffer.alloc((width + 1) * height)
  pixels.forEach((pixel, at) => {
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexes.get(pixel) ?? 0
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits a pixel, each the place of a colour in the palette.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function readPng(png: Buffer): Image {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const step = png.readUInt8(25) === 6 ? 4 : 3
  const data: Buffer[] = []
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const bytes = unfilter(inflateSync(Buffer.concat(data)), { width: width * step, height, step })
  const pixels = Uint32Array.from({ length: width * height }, (_, index) => bytes.readUIntBE(index * step, 3))
  return { width, height, pixels }
}

/** Each line says in its first byte how its bytes were predicted from those to the left and above (PNG, section 9). */
function unfilter(lines: Buffer, { width, height, step }: { width: number; height: number; step: number }): Buffer {
  const bytes = Buffer.alloc(width * height)
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (width + 1)] ?? 0
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const left = x < step ? 0 : (bytes[at - step] ?? 0)
      const above = y === 0 ? 0 : (bytes[at - width] ?? 0)
      const corner = x < step || y === 0 ? 0 : (bytes[at - width - step] ?? 0)
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      bytes[at] = (lines[y * (width + 1) + 1 + x] ?? 0) + predicted
    }
  }
  return bytes
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const toLeft = Math.abs(estimate - left)
  const toAbove = Math.abs(estimate - above)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

const partsOf = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]

/** One colour after the other, each time the one that is missed most: far from all taken so far, and often seen. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const palette: number[] = []
  const missed = new Map([...counts].map(([colour, count]) => [colour, { weight: Math.sqrt(count), away: Infinity }]))
  while (palette.length < Math.min(mostColours, counts.size)) {
    let [next, most] = [0, -1]
    for (const [colour, { weight, away }] of missed) {
      const loss = away === Infinity ? weight : weight * away
      if (loss > most) [next, most] = [colour, loss]
    }
    palette.push(next)
    for (const [colour, entry] of missed) entry.away = Math.min(entry.away, distance(colour, next))
  }
  return palette
}

function distance(a: number, b: number): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  return left.reduce((sum, part, index) => sum + (part - (right[index] ?? 0)) ** 2, 0)
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((each) => distance(each, colour))
  return distances.indexOf(Math.min(...distances))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
