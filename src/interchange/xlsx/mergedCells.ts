// Merged cells of a sheet: which they are, and the value of a vertical one in each row that it spans, as people read it.
import type { MergedCells, TableRow } from '../Table.ts'

/** More are in no register that people merged by hand. */
export const mostMerges = 20_000
/** Rows looked at for all merges together. They never overlap in a sound workbook; in one made to keep us busy they may. */
const mostSteps = 500_000

/** `B3:B5`; undefined for anything else. */
export function parseMerge(reference: string | undefined): MergedCells | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '')
  if (match === null) return undefined
  const [, from = '', top = '', to = '', bottom = ''] = match
  return { row: Number(top), lastRow: Number(bottom), column: columnAt(from), lastColumn: columnAt(to) }
}

/** `A` → 0, `AA` → 26. */
export function columnAt(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Rows with nothing of their own stay away: an entry that is two lines tall is one entry. Titles across columns are not repeated. */
export function fillMerged(
  rows: readonly TableRow[],
  merges: readonly MergedCells[],
): { readonly rows: readonly TableRow[]; readonly filled: number } {
  const filledRows = new Map<number, string[]>()
  const indexes = new Map(rows.map(({ row }, index) => [row, index]))
  let filled = 0
  let steps = 0
  for (const { row, lastRow, column } of merges) {
    const value = rows[indexes.get(row) ?? -1]?.cells[column] ?? ''
    if (value === '') continue
    for (let index = (indexes.get(row) ?? 0) + 1; steps < mostSteps; index += 1) {
      steps += 1
      const below = rows[index]
      if (below === undefined || below.row > lastRow) break
      const cells = filledRows.get(index) ?? [...below.cells]
      if ((cells[column] ?? '') !== '') continue
      while (cells.length < column) cells.push('')
      cells[column] = value
      filledRows.set(index, cells)
      filled += 1
    }
  }
  return { rows: rows.map((row, index) => ({ ...row, cells: filledRows.get(index) ?? row.cells })), filled }
}
