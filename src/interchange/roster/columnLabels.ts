// What each column is called: by its header of one row or two, or by its letter as in a spreadsheet.
import { headerTexts, type HeaderSpan } from './headerSpan.ts'
import type { Table } from '../Table.ts'
import { tidyText } from './tidyText.ts'

/** Headers that are written over several lines become one. */
export function columnLabels(table: Table, header: HeaderSpan | undefined): readonly string[] {
  const cells = header === undefined ? [] : headerTexts(table, header)
  return Array.from({ length: table.columns }, (_, column) => tidyText(cells[column] ?? ''))
}

/** 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last
}
