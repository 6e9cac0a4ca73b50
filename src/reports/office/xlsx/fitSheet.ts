// Fits a sheet to what Excel can show. It cuts off unseen what is taller than its tallest row, and calls a file broken that has more
// characters in a cell than fit into such a row many times over: what is longer goes on in the next row.
import { columnWidths, mostLines } from './columnWidths.ts'
import { linesOf, roomOf, widthOf } from './measureText.ts'
import type { ReportDocument } from '../../ReportDocument.ts'
import type { Sheet, SheetCell, SheetRow } from '../Sheet.ts'

export interface FittedSheet extends Sheet {
  /** Widths of the columns in half-width characters. */
  readonly columns: readonly number[]
}

export function fitSheet(sheet: Sheet, orientation: ReportDocument['orientation']): FittedSheet {
  const columns = columnWidths(sheet, orientation)
  return { ...sheet, columns, rows: sheet.rows.flatMap((row) => splitRow(row, columns)) }
}

function splitRow(row: SheetRow, columns: readonly number[]): readonly SheetRow[] {
  switch (row.kind) {
    case 'entry': {
      const cells = row.cells.map(({ lines, align }, index) =>
        splitLines(lines, columns[index] ?? 0).map((each) => ({ lines: each, align })),
      )
      const rows = Math.max(1, ...cells.map((pieces) => pieces.length))
      return Array.from({ length: rows }, (_, index) => ({
        kind: 'entry',
        cells: cells.map((pieces) => pieces[index] ?? { lines: [], align: 'start' }),
      }))
    }
    case 'fact':
      return cut(row.text, sum(columns.slice(1))).map((text, index) => ({
        ...row,
        label: index === 0 ? row.label : '',
        text,
      }))
    case 'head':
    case 'blank':
      return [row]
    default:
      return cut(row.text, sum(columns)).map((text) => ({ ...row, text }))
  }
}

function splitLines(lines: SheetCell['lines'], width: number): readonly SheetCell['lines'][] {
  const pieces: SheetCell['lines'][number][][] = [[]]
  let left = mostLines
  for (const line of lines.flatMap(({ text, isBold }) => cut(text, width).map((piece) => ({ text: piece, isBold })))) {
    const taken = linesOf(line.text, width)
    if (taken > left) {
      pieces.push([])
      left = mostLines
    }
    pieces.at(-1)?.push(line)
    left -= taken
  }
  return pieces
}

/** Into pieces of at most `mostLines`, never between the halves of a character. */
function cut(text: string, width: number): readonly string[] {
  if (linesOf(text, width) <= mostLines) return [text]
  const room = roomOf(width)
  const pieces: string[] = []
  let [piece, above, used] = ['', 0, 0]
  for (const character of text) {
    const wide = character === '\n' ? 0 : used + widthOf(character)
    const lines = above + Math.max(1, Math.ceil(used / room))
    if (character === '\n' ? lines >= mostLines : above + Math.ceil(wide / room) > mostLines) {
      pieces.push(piece)
      ;[piece, above, used] = character === '\n' ? ['', 0, 0] : [character, 0, widthOf(character)]
    } else {
      piece += character
      ;[above, used] = character === '\n' ? [lines, 0] : [above, wide]
    }
  }
  return [...pieces, piece]
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}
