// Headers of two rows, groups above and columns below: where they stand, and what each column is called by both of them.
import type { Table, TableRow } from '../Table.ts'

export interface HeaderSpan {
  /** Indexes in `rows`; the same where the header is one row. */
  readonly first: number
  readonly last: number
}

/** A sentence is no heading. */
const longestHeading = 24

/** The header that a row belongs to, which may be either of its two. */
export function headerSpan(table: Table, header: number): HeaderSpan {
  for (const first of [header - 1, header]) if (areTwoRows(table, first)) return { first, last: first + 1 }
  return { first: header, last: header }
}

/** Rows that can be read as one header with the row below them: whoever reads them decides. */
export function twoRowHeaders(table: Table, most: number): readonly HeaderSpan[] {
  return table.rows.slice(0, most).flatMap((_, first) => (areTwoRows(table, first) ? [{ first, last: first + 1 }] : []))
}

/** 「登録」 over 「年月日」 is 「登録 / 年月日」; what both rows call the same is called so once. */
export function headerTexts(table: Table, { first, last }: HeaderSpan): readonly string[] {
  const lower = table.rows[last]?.cells ?? []
  if (first === last) return lower
  const groups = groupsOf(table, first)
  return Array.from({ length: table.columns }, (_, column) => {
    const [group, own] = [groups[column] ?? '', lower[column] ?? '']
    return group === own || group === '' || own === '' ? own || group : `${group} / ${own}`
  })
}

/**
 * Two rows of headings: a group stands over several columns, while another column has its name above alone. A title and a header have no
 * such column.
 */
function areTwoRows(table: Table, first: number): boolean {
  const [upper, lower] = [table.rows[first], table.rows[first + 1]]
  if (upper === undefined || lower?.row !== upper.row + 1) return false
  if (![upper, lower].every(isOfHeadings) || upper.cells.filter((cell) => cell !== '').length < 2) return false
  const groups = groupsOf(table, first)
  const columns = Array.from({ length: table.columns }, (_, column) => ({
    group: groups[column] ?? '',
    isNamedAbove: (upper.cells[column] ?? '') !== '',
    own: lower.cells[column] ?? '',
  }))
  const isGrouping = columns.some(
    ({ group, isNamedAbove, own }, at) =>
      group !== '' && !isNamedAbove && own !== '' && columns[at - 1]?.own !== '' && columns[at - 1]?.group === group,
  )
  const hasColumnAbove = columns.some(({ isNamedAbove, own, group }) => isNamedAbove && (own === '' || own === group))
  return isGrouping && hasColumnAbove
}

/** Per column the group above it: a merged cell reaches as far as it says, another one as far as the cells beside it are empty. */
function groupsOf(table: Table, first: number): readonly string[] {
  const upper = table.rows[first]
  if (upper === undefined) return []
  const across = table.format === 'xlsx' ? table.merges.filter(({ row }) => row === upper.row) : []
  let group = ''
  return Array.from({ length: table.columns }, (_, column) => {
    const own = upper.cells[column] ?? ''
    if (own !== '') group = own
    if (across.length === 0) return group
    const merge = across.find((each) => each.column <= column && column <= each.lastColumn)
    return own || (upper.cells[merge?.column ?? -1] ?? '')
  })
}

function isOfHeadings({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.length <= longestHeading && !/\d/.test(cell.normalize('NFKC')))
}
