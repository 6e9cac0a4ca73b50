// Widths of a sheet's columns in half-width characters. The page is filled, and printing scales a wider sheet down to it.
import type { ReportDocument } from '../../ReportDocument.ts'
import { textOfCell, type Sheet, type SheetCell } from '../Sheet.ts'
import { lineHeight } from './cellStyles.ts'
import { linesOf, widthOf } from './measureText.ts'

/** Half-width characters of running text across A4 without its margins. */
const pageWidths: Readonly<Record<ReportDocument['orientation'], number>> = { portrait: 98, landscape: 146 }
/** Points. Excel shows and prints no more of a row than this; what is longer would be cut off unseen. */
const tallestRow = 409
/** Points above and below the text of a row. */
export const roomAround = 3
/** Of text in a row. */
export const mostLines = Math.floor((tallestRow - roomAround) / lineHeight)
/** Beyond twice the page's width print is too small to read: what is too long even so goes on in another row. */
const stretches = [1, 1.2, 1.4, 1.6, 1.8, 2]

export function columnWidths(sheet: Sheet, orientation: ReportDocument['orientation']): readonly number[] {
  const entries = sheet.rows.flatMap((row) => (row.kind === 'entry' ? [row.cells] : []))
  const floors = sheet.widths.map((_, index) => floorOf(entries.map((cells) => cells[index])))
  const fits = (columns: readonly number[]) =>
    entries.every((cells) => cells.every((cell, index) => linesOf(textOfCell(cell), columns[index] ?? 0) <= mostLines))
  const stretched = stretches.map((stretch) => divide(sheet.widths, floors, pageWidths[orientation] * stretch))
  return stretched.find(fits) ?? stretched.at(-1) ?? []
}

/** Wider than this a text is no date and no class. */
const widestShortText = 20

/** Dates and classes stand in one line, as Excel would break them anywhere. Their column says so by standing in the middle. */
function floorOf(cells: readonly (SheetCell | undefined)[]): number {
  if (cells.length === 0 || cells.some((cell) => cell?.align !== 'center')) return 0
  const widest = Math.max(...cells.flatMap((cell) => cell?.lines.map(({ text }) => widthOf(text)) ?? []), 0)
  return widest > widestShortText ? 0 : widest + 2
}

/** A column that needs more than its share takes it; the others divide what is left. */
function divide(percents: readonly number[], floors: readonly number[], width: number): readonly number[] {
  const floorAt = (index: number) => floors[index] ?? 0
  const isNarrow = percents.map((percent, index) => (percent * width) / 100 < floorAt(index))
  const taken = floors.reduce((sum, floor, index) => sum + (isNarrow[index] === true ? floor : 0), 0)
  const shared = percents.reduce((sum, percent, index) => sum + (isNarrow[index] === true ? 0 : percent), 0)
  return percents.map((percent, index) =>
    isNarrow[index] === true ? floorAt(index) : (percent * Math.max(0, width - taken)) / shared,
  )
}
