// What each column is called: by its header, or by its letter as in a spreadsheet.
import type { Table } from '../Table.ts'
import { tidyText } from './tidyText.ts'

/** `header`: the index of the header's row. Headers that are written over several lines become one. */
export function columnLabels({ rows, columns }: Table, header: number | undefined): readonly string[] {
  const cells = header === undefined ? [] : (rows[header]?.cells ?? [])
  return Array.from({ length: columns }, (_, column) => tidyText(cells[column] ?? ''))
}

/** 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last
}
