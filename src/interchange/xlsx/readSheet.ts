// One sheet to rows of text, every cell as a person sees it in the workbook.
import { err, ok, type Result } from '../../domain/Result.ts'
import { collectRows } from '../collectRows.ts'
import type { MergedCells, TableRefusal, TableRow } from '../Table.ts'
import { formatNumber } from './formatNumber.ts'
import { columnAt, fillMerged, mostMerges, parseMerge } from './mergedCells.ts'
import { scanXml } from './scanXml.ts'
import { unescapeText } from './unescapeText.ts'

export interface SheetContext {
  readonly sharedStrings: readonly string[]
  /** Format codes by style number. */
  readonly formats: readonly string[]
  readonly countsFrom1904: boolean
}

/** The last column of a worksheet, XFD: an address beyond it is no address. */
const lastColumn = 16_384

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
}

export interface SheetReading {
  readonly rows: readonly TableRow[]
  readonly columns: number
  readonly merges: readonly MergedCells[]
  /** Cells that have their value from a merged one above. */
  readonly filled: number
}

export function readSheet(xml: string, context: SheetContext): Result<SheetReading, TableRefusal> {
  const collector = collectRows()
  const merges: MergedCells[] = []
  let row = 0
  let cells = new Map<number, string>()
  let cell: OpenCell | undefined
  let takesText = false
  let isReading = false
  const ended = scanXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.get('r') ?? row + 1)
        cells = new Map()
        cell = undefined
        return !collector.isFull()
      } else if (name === 'c') {
        const column = columnOf(attributes.get('r')) ?? (cell?.column ?? -1) + 1
        if (column >= lastColumn || !Number.isSafeInteger(row)) return false
        cell = { column, type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? 0), value: '' }
      } else if (name === 'mergeCell') {
        const merge = parseMerge(attributes.get('ref'))
        if (merge !== undefined && merges.length < mostMerges) merges.push(merge)
      } else if (name === 'rPh') isReading = true
      else if (name === 'v' || name === 't') takesText = !isReading
      return undefined
    },
    close(name) {
      if (name === 'v' || name === 't') takesText = false
      else if (name === 'rPh') isReading = false
      else if (name === 'c' && cell !== undefined) {
        const shown = showCell(cell, context)
        if (shown !== '') cells.set(cell.column, shown)
      } else if (name === 'row') {
        collector.add(row, rowOf(cells))
      }
    },
    text(text) {
      if (takesText && cell !== undefined) cell.value += text
    },
  })
  const { rows, columns, refusal } = collector.end()
  if (ended === 'broken' || (ended === 'stopped' && !collector.isFull())) return err('broken-file')
  return refusal === undefined ? ok({ ...fillMerged(rows, merges), columns, merges }) : err(refusal)
}

/** A row's cells by column to a list without gaps. */
function rowOf(cells: ReadonlyMap<number, string>): readonly string[] {
  return Array.from({ length: Math.max(-1, ...cells.keys()) + 1 }, (_, column) => cells.get(column) ?? '')
}

/** `B12` → 1. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0]
  if (letters === undefined) return undefined
  return columnAt(letters)
}

function showCell({ type, style, value }: OpenCell, context: SheetContext): string {
  switch (type) {
    case 's':
      return context.sharedStrings[Number(value)] ?? ''
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'n': {
      const number = Number(value)
      if (value.trim() === '' || !Number.isFinite(number)) return ''
      return formatNumber(number, context.formats[style] ?? 'General', context.countsFrom1904)
    }
    default:
      // Inline texts, results of formulas, error words, days in ISO form.
      return unescapeText(value)
  }
}
