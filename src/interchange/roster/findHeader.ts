// Where the header of a register stands. Titles, units and dates above it are common; a plain list has none at all.
import type { RosterKind } from '../../domain/template/Template.ts'
import type { Table, TableRow } from '../Table.ts'
import { guessColumns } from './guessColumns.ts'
import { headerSpan, type HeaderSpan } from './headerSpan.ts'

/** Nobody writes more lines above a table; a known word further down is a value. */
const rowsToSearch = 40

/** Undefined where no row looks like a header, so that all of them are entries. */
export function findHeader(roster: RosterKind, table: Table): HeaderSpan | undefined {
  const index = findRow(roster, table)
  return index === undefined ? undefined : headerSpan(table, index)
}

function findRow(roster: RosterKind, { rows, columns }: Table): number | undefined {
  let best: { readonly index: number; readonly score: number } | undefined
  rows.slice(0, rowsToSearch).forEach((row, index) => {
    // A title is one cell in a table of several columns.
    if (columns > 1 && filled(row) < 2) return
    const { score } = guessColumns(roster, row.cells)
    if (score > (best?.score ?? 0)) best = { index, score }
  })
  return best?.index ?? firstWide(rows)
}

/** No word is known: the first row with several cells, if what follows differs from it in kind, numbers below words. */
function firstWide(rows: readonly TableRow[]): number | undefined {
  const first = rows.findIndex((row) => filled(row) > 1)
  const below = rows[first + 1]
  if (first === -1 || below === undefined) return undefined
  return digitsIn(below) > 0 && digitsIn(rows[first]) === 0 ? first : undefined
}

function filled(row: TableRow): number {
  return row.cells.filter((cell) => cell !== '').length
}

function digitsIn(row: TableRow | undefined): number {
  return (row?.cells ?? []).filter((cell) => /\d/.test(cell.normalize('NFKC'))).length
}
