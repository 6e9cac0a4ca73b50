// Pictures that follow one another, side by side, each above its caption. Where the bytes are missing the page says so.
import { BorderStyle, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { PictureBlock } from '../../ReportDocument.ts'
import { writableText } from '../writableText.ts'
import { gridWidths } from './gridWidths.ts'
import { twips } from './pageMeasures.ts'
import { pictureFormat } from './pictureFormat.ts'
import { styleIds } from './styleIds.ts'
import { tableFrame } from './tableFrame.ts'
import { wordText } from './wordText.ts'

/** Bytes by the SHA-256 of the evidence. */
export type PictureBytes = ReadonlyMap<string, Uint8Array>

/** Millimetres that a picture may take with the room around it; three stand beside one another on an upright page. */
const slot = 60
const tallest = 55
const twipsPerPixel = 15
const none = { style: BorderStyle.NIL } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

export function wordPictures(blocks: readonly PictureBlock[], pictures: PictureBytes, width: number): Table {
  const across = Math.max(1, Math.floor(width / twips(slot)))
  const widths = gridWidths(
    Array.from({ length: across }, () => 1),
    width,
  )
  const cell = (block: PictureBlock | undefined, index: number) =>
    new TableCell({
      children: block === undefined ? [new Paragraph({ style: styleIds.caption })] : pictureParagraphs(block, pictures),
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: tableFrame.margins,
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: noBorders,
    rows: Array.from(
      { length: Math.ceil(blocks.length / across) },
      (_, row) =>
        new TableRow({
          cantSplit: true,
          children: widths.map((_, index) => cell(blocks[row * across + index], index)),
        }),
    ),
  })
}

function pictureParagraphs({ sha256, caption, missing }: PictureBlock, pictures: PictureBytes): readonly Paragraph[] {
  const image = imageOf(pictures.get(sha256), caption)
  const picture =
    image === undefined
      ? new Paragraph({ style: styleIds.picture, border: frame, children: wordText(missing) })
      : new Paragraph({ style: styleIds.picture, children: [image] })
  return [picture, new Paragraph({ style: styleIds.caption, children: wordText(caption) })]
}

const edge = { style: BorderStyle.SINGLE, size: 4, space: 4, color: 'auto' } as const
const frame = { top: edge, bottom: edge, left: edge, right: edge }

function imageOf(data: Uint8Array | undefined, caption: string): ImageRun | undefined {
  const format = data && pictureFormat(data)
  if (data === undefined || format === undefined) return undefined
  const scale = Math.min(1, pixels(slot - 6) / format.width, pixels(tallest) / format.height)
  const text = writableText(caption)
  return new ImageRun({
    type: format.type,
    data,
    transformation: { width: Math.round(format.width * scale), height: Math.round(format.height * scale) },
    altText: { name: text, description: text, title: text },
  })
}

function pixels(millimetres: number): number {
  return twips(millimetres) / twipsPerPixel
}
