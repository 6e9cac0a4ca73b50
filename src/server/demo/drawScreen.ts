// Draws the photo of the sample audit: a management screen with a row for each terminal, one of them out of date. Shapes only, so that
// it needs no font and nobody's picture.
import { crc32, deflateSync } from 'node:zlib'

const width = 960
const height = 600
const colours = [
  [0x22, 0x2b, 0x36],
  [0xf4, 0xf6, 0xf8],
  [0x2f, 0x5d, 0x8a],
  [0xc9, 0xd1, 0xd9],
  [0x2e, 0x8b, 0x57],
  [0xc0, 0x39, 0x2b],
] as const
const [room, screen, bar, line, good, late] = [0, 1, 2, 3, 4, 5]

interface Box {
  readonly at: readonly [x: number, y: number]
  readonly size: readonly [width: number, height: number]
  readonly colour: number
}

/** A PNG. `rows`: whether each terminal is up to date. */
export function drawScreen(rows: readonly boolean[]): Buffer {
  const boxes: Box[] = [
    { at: [60, 50], size: [840, 500], colour: screen },
    { at: [60, 50], size: [840, 56], colour: bar },
    ...rows.flatMap((isGood, index): Box[] => {
      const y = 150 + index * 92
      return [
        { at: [100, y], size: [44, 44], colour: isGood ? good : late },
        { at: [180, y + 4], size: [260, 14], colour: line },
        { at: [180, y + 28], size: [180, 12], colour: line },
        { at: [560, y + 12], size: [isGood ? 280 : 120, 18], colour: isGood ? good : late },
      ]
    }),
  ]
  const pixels = Buffer.alloc((width + 1) * height, room)
  for (const box of boxes) fill(pixels, box)
  for (let y = 0; y < height; y += 1) pixels[y * (width + 1)] = noFilter
  return png(pixels)
}

/** Each row of a PNG begins with the filter it was packed by. */
const noFilter = 0

function fill(pixels: Buffer, { at: [left, top], size: [wide, high], colour }: Box): void {
  for (let y = top; y < top + high; y += 1) {
    const start = y * (width + 1) + 1 + left
    pixels.fill(colour, start, start + wide)
  }
}

/** Eight bits a pixel, each the number of a colour. */
function png(pixels: Buffer): Buffer {
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 3, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
