// Sentences about a register: why it is refused, what was noticed in it, what is the matter with a row.
import { useI18n } from 'vue-i18n'
import type { ReadingRefusal } from './readTableAway.ts'
import type { RosterKind } from '../../domain/template/Template.ts'
import type { RosterProblem } from '../../interchange/roster/RosterReading.ts'
import type { Table, TableRemark } from '../../interchange/Table.ts'
import { tableLimits } from '../../interchange/tableLimits.ts'

export interface RegisterWords {
  readonly refusal: (code: ReadingRefusal | 'unreadable') => string
  readonly remark: (remark: TableRemark) => string
  readonly problem: (problem: RosterProblem) => string
  readonly encoding: (encoding: string) => string
  readonly noNumberColumn: () => string
  readonly crowdedOut: (labels: readonly string[]) => string
  readonly noHeader: () => string
  readonly headerRow: (row: number) => string
  /** Of this row and the next. */
  readonly headerRows: (row: number) => string
  /** `row`: the upper one; `example`: what a column is called by both. */
  readonly twoHeaderRows: (row: number, example: string) => string
  readonly tooLong: () => string
}

export function useRegisterWords(roster: () => RosterKind): RegisterWords {
  const { t, n } = useI18n()
  const numbers = {
    megabytes: String(tableLimits.fileBytes / 1024 / 1024),
    rows: n(tableLimits.rows),
    columns: n(tableLimits.columns),
  }
  return {
    refusal: (code) => t(`registerImport.refused.${code}`, numbers),
    remark: (remark) => t(`registerImport.remark.${remark.code}`, named(remark)),
    twoHeaderRows: (row, example) => t('registerImport.twoHeaderRows', { row, next: row + 1, example }),
    problem: (problem) => t(`registerImport.problem.${problem.code}`, named(problem)),
    encoding: (encoding) => t(`registerImport.encoding.${encoding}`),
    noNumberColumn: () => t(`registerImport.noNumber.${roster()}`),
    crowdedOut: (labels) => t('registerImport.crowdedOut', { columns: labels.join(t('registerImport.listComma')) }),
    noHeader: () => t('registerImport.noHeader'),
    headerRow: (row) => t('registerImport.headerRow', { row }),
    headerRows: (row) => t('registerImport.headerRows', { row, next: row + 1 }),
    tooLong: () => t('registerImport.problem.too-long'),
  }
}

function named(problem: RosterProblem | TableRemark): Record<string, string | number> {
  switch (problem.code) {
    case 'quote-left-open':
      return { row: problem.row }
    case 'unreadable-characters':
      return { row: problem.first, count: problem.rows }
    case 'merged-cells':
      return { count: problem.cells }
    case 'number-twice':
      return { number: problem.number, first: problem.first }
    case 'text-too-long':
      return { length: problem.length }
    case 'date-unclear':
      return { text: problem.text }
    case 'number-missing':
    case 'number-too-long':
    case 'control-characters':
      return {}
  }
}

/** The options of how else a file may be read: encodings of a text, sheets of a workbook. */
export function readingOptions(table: Table, encodings: readonly string[], words: RegisterWords) {
  if (table.format === 'xlsx') return table.sheets.map((word, sheet) => ({ value: String(sheet), word }))
  return encodings.map((value) => ({ value, word: words.encoding(value) }))
}
