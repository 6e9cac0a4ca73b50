// Makes of a register that was read what its screen shows. Pure.
import { readingOptions, type RegisterWords } from './useRegisterWords.ts'
import type { HeaderOption, RegisterProblem, RegisterView } from '../components/register-import/RegisterView.ts'
import type { ItemSource } from '../../domain/audit/auditVocabulary.ts'
import type { ItemImport } from '../../domain/audit/decideImportItems.ts'
import { columnLetter } from '../../interchange/roster/columnLabels.ts'
import type { ColumnRole } from '../../interchange/roster/ColumnRole.ts'
import { twoRowHeaders, type HeaderSpan } from '../../interchange/roster/headerSpan.ts'
import { isLeftOut, type RosterProblem, type RosterReading } from '../../interchange/roster/RosterReading.ts'
import { textEncodings, type Table } from '../../interchange/Table.ts'

export interface ReadRegister extends RosterReading {
  readonly name: string
  readonly table: Table
  readonly header: HeaderSpan | undefined
  readonly roles: readonly ColumnRole[]
  readonly isRemembered: boolean
  readonly labels: readonly string[]
}

/** Enough entries to see whether the columns fit. */
const previewRows = 6
/** Rows offered as the header: as far down as one is looked for. */
const headerRows = 40
const longestHeaderText = 40

export function viewRegister(
  read: ReadRegister,
  to: { readonly plan: ItemImport; readonly source: ItemSource },
  words: RegisterWords,
): RegisterView {
  const { table, header, labels, roles } = read
  const first = header === undefined ? 0 : header.last + 1
  const { added, changed, unchanged } = to.plan
  const problems = [...read.problems.map((problem) => viewProblem(problem, labels, words)), ...tooLong(to.plan, words)]
  return {
    fileName: read.name,
    format: table.format,
    readAs: table.format === 'csv' ? table.encoding : String(table.sheet),
    readings: readingOptions(table, textEncodings, words),
    header: keyOf(header ?? null),
    headers: headerOptions(table, words),
    columns: labels.map((label, column) => ({ label, letter: columnLetter(column), choice: roles[column] ?? 'skip' })),
    preview: table.rows.slice(first, first + previewRows),
    entries: table.rows.length - first,
    isRemembered: read.isRemembered,
    remarks: remarksOf(read, words),
    source: to.source,
    counts: {
      added: added.length,
      changed: changed.length,
      unchanged: unchanged.length,
      leftOut: new Set(problems.filter((problem) => problem.isLeftOut).map(({ row }) => row)).size,
    },
    // What keeps a row out is read first.
    problems: problems.toSorted((a, b) => Number(b.isLeftOut) - Number(a.isLeftOut) || a.row - b.row),
  }
}

function headerOptions(table: Table, words: RegisterWords): readonly HeaderOption[] {
  const optionOf = (header: HeaderSpan, where: string): HeaderOption => {
    const text = (table.rows[header.first]?.cells ?? []).filter((cell) => cell !== '').join(' | ')
    return { key: keyOf(header), header, text: `${where}  ${text.slice(0, longestHeaderText)}` }
  }
  const single = table.rows
    .slice(0, headerRows)
    .map(({ row }, index) => optionOf({ first: index, last: index }, words.headerRow(row)))
  const double = twoRowHeaders(table, headerRows).map((header) =>
    optionOf(header, words.headerRows(table.rows[header.first]?.row ?? 0)),
  )
  const inOrder = [...single, ...double].toSorted((a, b) => (a.header?.first ?? 0) - (b.header?.first ?? 0))
  return [...inOrder, { key: keyOf(null), header: null, text: words.noHeader() }]
}

function keyOf(header: HeaderSpan | null): string {
  return header === null ? 'none' : `${String(header.first)}-${String(header.last)}`
}

function remarksOf(
  { table, header, labels, roles, crowdedOut }: ReadRegister,
  words: RegisterWords,
): readonly string[] {
  const [upper, lower] = [table.rows[header?.first ?? -1], table.rows[header?.last ?? -1]]
  const joined = labels.find((label) => label.includes(' / '))
  const hasNumber = roles.includes('tag') || roles.includes('serial')
  return [
    ...table.remarks.map(words.remark),
    ...(upper === undefined || lower === undefined || upper === lower || joined === undefined
      ? []
      : [words.twoHeaderRows(upper.row, joined)]),
    ...(hasNumber ? [] : [words.noNumberColumn()]),
    ...(crowdedOut.length > 0 ? [words.crowdedOut(crowdedOut)] : []),
  ]
}

function viewProblem(problem: RosterProblem, labels: readonly string[], words: RegisterWords): RegisterProblem {
  return {
    row: problem.row,
    column: labels[problem.column] || columnLetter(problem.column),
    sentence: words.problem(problem),
    isLeftOut: isLeftOut(problem),
  }
}

/** The rules of the list have the last word. */
function tooLong({ tooLong: rows }: ItemImport, words: RegisterWords): readonly RegisterProblem[] {
  return rows.map((row) => ({ row, column: '', sentence: words.tooLong(), isLeftOut: true }))
}
