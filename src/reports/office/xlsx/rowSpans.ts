// Which cells a row of a sheet has: what stands in them, in which look, and across which columns.
import type { Language } from '../../../domain/template/Localised.ts'
import type { Sheet, SheetCell, SheetRow } from '../Sheet.ts'
import type { CellStyle } from './cellStyles.ts'
import { widthOf } from './measureText.ts'

/** Columns from 0, both included. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly style: CellStyle
  readonly lines: SheetCell['lines']
}

export interface SheetShape {
  readonly columns: number
  readonly hasRoomForLabels: boolean
  readonly language: Language
}

/** A first column too narrow for the labels of the sheet's facts gives each of them a line of its own, with its text. */
export function labelsFit({ widths, rows }: Sheet): boolean {
  const labels = rows.flatMap((row) => (row.kind === 'fact' ? [widthOf(row.label)] : []))
  return widths.length > 1 && Math.max(0, ...labels) < (widths[0] ?? 0)
}

export function rowSpans(row: SheetRow, { columns, hasRoomForLabels, language }: SheetShape): readonly Span[] {
  const last = columns - 1
  switch (row.kind) {
    case 'entry':
      return row.cells.map(({ lines, align }, index) => ({ from: index, to: index, style: align, lines }))
    case 'head':
      return row.labels.map((label, index) => ({ from: index, to: index, style: 'head', lines: plain(label) }))
    case 'fact':
      if (!hasRoomForLabels) {
        const colon = language === 'ja' ? '：' : ': '
        return [{ from: 0, to: last, style: 'text', lines: plain(row.label + colon + row.text) }]
      }
      return [
        { from: 0, to: 0, style: 'text', lines: plain(row.label) },
        { from: 1, to: last, style: 'text', lines: plain(row.text) },
      ]
    case 'blank':
      return []
    default:
      return [{ from: 0, to: last, style: row.kind, lines: plain(row.text) }]
  }
}

function plain(text: string): Span['lines'] {
  return text === '' ? [] : [{ text, isBold: false }]
}
