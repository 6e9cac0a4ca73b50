// What a register file reads as: rows of text, each with its number in the file, so that every later remark can name its place.

/** The encodings a CSV file may have; the names are those of `TextDecoder`. `shift_jis` is the web's name for CP932. */
export const textEncodings = ['utf-8', 'shift_jis', 'utf-16le', 'utf-16be'] as const
export type TextEncoding = (typeof textEncodings)[number]

export const delimiters = [',', '\t', ';'] as const
export type Delimiter = (typeof delimiters)[number]

export interface TableRow {
  /** The row's number as a spreadsheet shows it, from 1; a quoted line break does not begin a new row. */
  readonly row: number
  /** As people see them, trimmed; empty where the row has nothing in a column. */
  readonly cells: readonly string[]
}

/** What the reader had to guess or could not read well: told beside the rows, never a reason to refuse them. */
export type TableRemark =
  /** A quotation mark that is never closed: everything after it stands in one cell of this row. */
  | { readonly code: 'quote-left-open'; readonly row: number }
  /** The value of cells that are merged vertically stands in so many further cells. */
  | { readonly code: 'merged-cells'; readonly cells: number }
  /** Characters that the chosen encoding does not know stand as � in so many rows. */
  | { readonly code: 'unreadable-characters'; readonly rows: number; readonly first: number }

interface TableBase {
  /** Rows with anything in them, in their order. */
  readonly rows: readonly TableRow[]
  /** As many as the widest row has cells. */
  readonly columns: number
  readonly remarks: readonly TableRemark[]
}

export interface CsvTable extends TableBase {
  readonly format: 'csv'
  readonly encoding: TextEncoding
  readonly delimiter: Delimiter
}

/** Cells that a workbook shows as one; rows from 1, columns from 0. */
export interface MergedCells {
  readonly row: number
  readonly lastRow: number
  readonly column: number
  readonly lastColumn: number
}

export interface XlsxTable extends TableBase {
  readonly format: 'xlsx'
  /** The names of the sheets that people see. */
  readonly sheets: readonly string[]
  /** Which of them was read. */
  readonly sheet: number
  readonly merges: readonly MergedCells[]
}

export type Table = CsvTable | XlsxTable

export const tableRefusals = [
  'file-too-large',
  'file-empty',
  'too-many-rows',
  'too-many-columns',
  /** The format before 2007 (.xls): to be saved as .xlsx or CSV. */
  'old-excel',
  'password-protected',
  /** Another kind of file: a picture, a PDF, a document. */
  'not-a-table',
  'broken-file',
  /** Small as a file, huge once unpacked. */
  'unpacks-too-large',
] as const
export type TableRefusal = (typeof tableRefusals)[number]

/** What a person has chosen instead of what the reader would guess. */
export interface ReadingChoice {
  readonly encoding?: TextEncoding
  readonly delimiter?: Delimiter
  readonly sheet?: number
}
