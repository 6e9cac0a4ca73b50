// A film for a browser's fake camera: labels held into the picture one after the other. Made here, so that no picture has to be kept.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode, type BarcodeSymbol } from 'zxing-wasm/writer'

export interface Label {
  readonly text: string
  readonly format: 'QRCode' | 'Code128' | 'DataMatrix'
}

const size = { width: 640, height: 360 }
const framesPerSecond = 4
/** Two seconds a label: a busy machine looks at a picture at least once in that time, and the film goes round. */
const framesPerLabel = 8
const paper = 0xe0
/** What is left and right of a label, and what is above and below it. */
const margin = { across: 20, down: 40 }

/** YUV4MPEG2, the format that Chromium plays as a camera. */
export async function makeLabelVideo(labels: readonly Label[]): Promise<Uint8Array> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(await readFile(wasm)).buffer } })
  const parts: Uint8Array[] = [
    Buffer.from(`YUV4MPEG2 W${size.width} H${size.height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`),
  ]
  for (const label of labels) {
    const frame = frameOf(await drawLabel(label))
    for (let count = 0; count < framesPerLabel; count += 1) parts.push(frame)
  }
  return Buffer.concat(parts)
}

async function drawLabel({ text, format }: Label): Promise<BarcodeSymbol> {
  const { symbol, error } = await writeBarcode(text, { format, scale: 1, addQuietZones: true })
  if (error !== '') throw new Error(`${format} of ${text}: ${error}`)
  return symbol
}

function frameOf(symbol: BarcodeSymbol): Uint8Array {
  const brightness = new Uint8Array(size.width * size.height).fill(paper)
  const across = Math.floor((size.width - 2 * margin.across) / symbol.width)
  // Bars are as tall as the picture allows; squares stay square.
  const down = symbol.height < symbol.width / 2 ? Infinity : Math.floor((size.height - 2 * margin.down) / symbol.height)
  const scale = Math.min(across, down)
  const width = symbol.width * scale
  const height = down === Infinity ? size.height - 2 * margin.down : symbol.height * scale
  const left = Math.floor((size.width - width) / 2)
  const top = Math.floor((size.height - height) / 2)
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y / height) * symbol.height) * symbol.width
    for (let x = 0; x < width; x += 1)
      brightness[(top + y) * size.width + left + x] = symbol.data[row + Math.floor(x / scale)] ?? paper
  }
  const colour = new Uint8Array((size.width * size.height) / 2).fill(128)
  return Buffer.concat([Buffer.from('FRAME\n'), brightness, colour])
}
