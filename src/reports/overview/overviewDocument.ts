// The tables of an overview as a document, for Word, Excel and CSV. It counts nothing: the numbers are those on the screen. Pure.
import type { Language } from '../../domain/template/Localised.ts'
import { fileNameOf } from '../fileNameOf.ts'
import { textCell } from '../paragraphs.ts'
import type { Cell, LabelledText, ReportBlock, ReportDocument } from '../ReportDocument.ts'

export interface PrintedTable {
  readonly title: string
  /** Of all columns, the first included. */
  readonly heads: readonly string[]
  readonly rows: readonly (readonly [name: string, ...counts: number[]])[]
  /** What the table leaves out; may be empty. */
  readonly note: string
}

export interface PrintedOverview {
  readonly language: Language
  readonly title: string
  readonly fileParts: readonly string[]
  readonly header: readonly LabelledText[]
  readonly tables: readonly PrintedTable[]
}

/** Percent of the page that the names of the rows take. */
const nameWidth = 34

export function overviewDocument({ language, title, fileParts, header, tables }: PrintedOverview): ReportDocument {
  return {
    language,
    title,
    draftMark: '',
    isDraft: false,
    pageLabel: title,
    fileName: fileNameOf(fileParts),
    orientation: 'portrait',
    header,
    blocks: tables.flatMap(blocksOf),
  }
}

function blocksOf({ title, heads, rows, note }: PrintedTable): readonly ReportBlock[] {
  const [name = '', ...counted] = heads
  const width = (100 - nameWidth) / Math.max(1, counted.length)
  return [
    { type: 'heading', level: 1, text: title },
    {
      type: 'table',
      name: title,
      hasRowHeads: true,
      columns: [{ label: [name], width: nameWidth }, ...counted.map((label) => ({ label: [label], width }))],
      rows: rows.map(([first, ...counts]) => [textCell(first), ...counts.map(countCell)]),
    },
    ...(note === '' ? [] : [{ type: 'paragraph' as const, paragraphs: textCell(note).paragraphs }]),
  ]
}

function countCell(count: number): Cell {
  return { ...textCell(String(count)), align: 'end' }
}
