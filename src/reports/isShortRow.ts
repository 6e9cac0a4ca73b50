// Whether a row of a table is so short that no page should end inside it. A row that is longer may be cut: kept whole, it would leave
// half a page empty.
import { textCell } from './paragraphs.ts'
import type { Cell, Column, Fact } from './ReportDocument.ts'

/** About 3 cm: no more is left empty at the end of a page. */
const mostLines = 6
/** Full-width characters of 9 points in one percent of an upright page. A page on its side takes more. */
const charactersPerPercent = 0.55

export function isShortRow(cells: readonly Cell[], columns: readonly Column[]): boolean {
  return cells.every((cell, index) => linesOf(cell, columns[index]?.width ?? 0) <= mostLines)
}

/** Percent of the page that a label and its texts take, about: a renderer may set them a little differently. */
const factColumns = [20, 75].map((width): Column => ({ label: [], width }))

/** The same of a label with its texts. */
export function isShortFact({ label, paragraphs }: Fact): boolean {
  return isShortRow([textCell(label), { paragraphs }], factColumns)
}

function linesOf({ paragraphs, isOneText }: Cell, width: number): number {
  if (isOneText === true) return paragraphs.length
  const characters = Math.max(1, Math.floor(width * charactersPerPercent))
  return paragraphs.reduce((sum, { text }) => sum + Math.max(1, Math.ceil(fullWidths(text) / characters)), 0)
}

/** Characters of ASCII are half as wide. */
function fullWidths(text: string): number {
  return text.length - text.replace(/[^ -~]/g, '').length / 2
}
