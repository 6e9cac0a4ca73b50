// CSV and its relatives to rows: quoted fields with line breaks, commas, tabs or semicolons between them.
import papa from 'papaparse'
import { err, ok, type Result } from '../../domain/Result.ts'
import { collectRows } from '../collectRows.ts'
import {
  delimiters,
  type CsvTable,
  type Delimiter,
  type ReadingChoice,
  type TableRefusal,
  type TableRemark,
  type TableRow,
} from '../Table.ts'
import { decodeText } from './decodeText.ts'

/** Title lines above the header say nothing about the delimiter, so more than a few rows are looked at. */
const rowsToGuessFrom = 60
/** What the decoder writes where the encoding does not know a byte. */
const unreadable = '\uFFFD'

export function readCsv(bytes: Uint8Array, choice: ReadingChoice): Result<CsvTable, TableRefusal> {
  const { text, encoding } = decodeText(bytes, choice.encoding)
  // Text never has it; pictures and programs soon do. In the wrong encoding a person must still see what they chose.
  if (choice.encoding === undefined && text.includes('\u0000')) return err('not-a-table')
  const delimiter = choice.delimiter ?? guessDelimiter(text)
  const collector = collectRows()
  let row = 0
  let openedAt: number | undefined
  papa.parse<string[]>(text, {
    delimiter,
    step({ data, errors }, parser) {
      row += 1
      if (errors.some(({ code }) => code === 'MissingQuotes')) openedAt ??= row
      collector.add(row, data)
      if (collector.isFull()) parser.abort()
    },
  })
  const { rows, columns, refusal } = collector.end()
  if (refusal !== undefined) return err(refusal)
  return ok({ format: 'csv', encoding, delimiter, rows, columns, remarks: remarksOf(rows, openedAt) })
}

/** The one that cuts most rows into equally many cells. A file of one column has none: then it does not matter. */
function guessDelimiter(text: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const { data } = papa.parse<string[]>(text, { delimiter, preview: rowsToGuessFrom })
    const score = evennessOf(data.map((cells) => cells.length))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Rows of the commonest width above one, weighed by that width: commas inside a note make few rows of another width. */
function evennessOf(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return Math.max(0, ...[...counts].map(([width, count]) => (width - 1) * count))
}

function remarksOf(rows: readonly TableRow[], openedAt: number | undefined): readonly TableRemark[] {
  const damaged = rows.filter(({ cells }) => cells.some((cell) => cell.includes(unreadable)))
  const first = damaged[0]
  return [
    ...(openedAt === undefined ? [] : [{ code: 'quote-left-open', row: openedAt } as const]),
    ...(first === undefined
      ? []
      : [{ code: 'unreadable-characters', rows: damaged.length, first: first.row } as const]),
  ]
}
