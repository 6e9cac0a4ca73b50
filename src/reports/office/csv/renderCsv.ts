// A report as CSV: all of it, one table below the other, for programs and for offices that still read CP932.
import { layOutSheets } from '../layOutSheets.ts'
import { textOfCell, type SheetRow } from '../Sheet.ts'
import type { ReportDocument } from '../../ReportDocument.ts'
import { encodeCp932 } from './encodeCp932.ts'
import { guardFormula } from './guardFormula.ts'

export interface CsvFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Characters that the encoding lacks and the file shows as 〓; row and column from 1, as a spreadsheet counts them. */
  readonly replaced: readonly ReplacedCharacter[]
}

export interface ReplacedCharacter {
  readonly row: number
  readonly column: number
  readonly character: string
}

const lineEnd = '\r\n'
const byteOrderMark = '\uFEFF'

/** UTF-8 has its mark before it: without it Excel takes the file for CP932. */
export function renderCsv(document: ReportDocument, encoding: 'utf-8' | 'cp932'): CsvFile {
  const rows = layOutSheets(document).flatMap(({ rows }, index) => (index === 0 ? rows : [blank, ...rows]))
  const lines = rows.map((row) => fieldsOf(row).map((text) => quote(guardFormula(text))))
  if (encoding === 'cp932') return inCp932(lines)
  const text = lines.map((fields) => fields.join(',') + lineEnd).join('')
  return { bytes: new TextEncoder().encode(byteOrderMark + text), replaced: [] }
}

const blank: SheetRow = { kind: 'blank' }

function fieldsOf(row: SheetRow): readonly string[] {
  switch (row.kind) {
    case 'fact':
      return [row.label, row.text]
    case 'head':
      return row.labels
    case 'entry':
      return row.cells.map(textOfCell)
    case 'blank':
      return []
    default:
      return [row.text]
  }
}

/** In quotation marks where anything in it could be taken for the end of the field, or a space around it would be dropped. */
function quote(text: string): string {
  return /[",\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function inCp932(lines: readonly (readonly string[])[]): CsvFile {
  const bytes: number[] = []
  const replaced: ReplacedCharacter[] = []
  lines.forEach((fields, row) => {
    fields.forEach((field, column) => {
      const encoded = encodeCp932(column === 0 ? field : `,${field}`)
      for (const byte of encoded.bytes) bytes.push(byte)
      for (const character of encoded.replaced) replaced.push({ row: row + 1, column: column + 1, character })
    })
    bytes.push(...encodeCp932(lineEnd).bytes)
  })
  return { bytes: Uint8Array.from(bytes), replaced }
}
