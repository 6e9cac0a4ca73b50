// Excel holds no more than so many characters in a cell and calls a file with more of them broken: what is longer goes on in the next row.
import type { Sheet, SheetCell, SheetRow } from '../Sheet.ts'

/** UTF-16 units, as Excel counts. */
const longestCell = 32_767

export function splitLongRows(sheet: Sheet): Sheet {
  return { ...sheet, rows: sheet.rows.flatMap(splitRow) }
}

function splitRow(row: SheetRow): readonly SheetRow[] {
  switch (row.kind) {
    case 'entry': {
      const cells = row.cells.map(({ lines, align }) => splitLines(lines).map((each) => ({ lines: each, align })))
      const rows = Math.max(1, ...cells.map((pieces) => pieces.length))
      return Array.from({ length: rows }, (_, index) => ({
        kind: 'entry',
        cells: cells.map((pieces) => pieces[index] ?? { lines: [], align: 'start' }),
      }))
    }
    case 'fact':
      return cut(row.text).map((text, index) => ({ ...row, label: index === 0 ? row.label : '', text }))
    case 'head':
    case 'blank':
      return [row]
    default:
      return cut(row.text).map((text) => ({ ...row, text }))
  }
}

function splitLines(lines: SheetCell['lines']): readonly SheetCell['lines'][] {
  const pieces: SheetCell['lines'][number][][] = [[]]
  let room = longestCell
  for (const line of lines.flatMap(({ text, isBold }) => cut(text).map((piece) => ({ text: piece, isBold })))) {
    if (line.text.length > room) {
      pieces.push([])
      room = longestCell
    }
    pieces.at(-1)?.push(line)
    room -= line.text.length + 1
  }
  return pieces
}

/** Never between the halves of a character. */
function cut(text: string): readonly string[] {
  if (text.length <= longestCell) return [text]
  const end = /[\uD800-\uDBFF]/.test(text.charAt(longestCell - 1)) ? longestCell - 1 : longestCell
  return [text.slice(0, end), ...cut(text.slice(end))]
}
