// One sheet of the workbook: its cells, the frozen head, and how it is printed. Every text is a string, so none can be a formula.
import type { ReportDocument } from '../../ReportDocument.ts'
import { beginsFormula } from '../beginsFormula.ts'
import { textOfCell, type Sheet } from '../Sheet.ts'
import { lineHeight, styleNumber } from './cellStyles.ts'
import { roomAround } from './columnWidths.ts'
import type { FittedSheet } from './fitSheet.ts'
import { linesOf } from './measureText.ts'
import { pageXml } from './pageXml.ts'
import { labelsFit, rowSpans, type Span } from './rowSpans.ts'

/** Gives the number that a text has among the workbook's strings. */
export type ShareText = (lines: Span['lines']) => number

export function sheetXml(sheet: FittedSheet, document: ReportDocument, share: ShareText): string {
  const { columns: widths } = sheet
  const hasRoomForLabels = labelsFit({ ...sheet, widths })
  const shape = { columns: widths.length, hasRoomForLabels, language: document.language }
  const rows = sheet.rows.map((row, index) => ({ number: index + 1, spans: rowSpans(row, shape) }))
  const merges = rows.flatMap(({ number, spans }) => spans.filter(isWide).map((span) => mergeXml(span, number)))
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${frozenXml(sheet)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${String(lineHeight)}"/>` +
    `<cols>${widths.map(columnXml).join('')}</cols>` +
    `<sheetData>${rows.map(({ number, spans }) => rowXml(number, spans, { widths, share })).join('')}</sheetData>` +
    (merges.length === 0 ? '' : `<mergeCells count="${String(merges.length)}">${merges.join('')}</mergeCells>`) +
    pageXml(document) +
    '</worksheet>'
  )
}

/** From 1; undefined where the sheet has no table. */
export function headRowOf({ rows }: Sheet): number | undefined {
  const index = rows.findIndex(({ kind }) => kind === 'head')
  return index === -1 ? undefined : index + 1
}

/** What is frozen cannot be scrolled away: more than this would leave a small screen no room for the table. */
const mostFrozenRows = 12

function frozenXml(sheet: Sheet): string {
  const head = headRowOf(sheet)
  if (head === undefined || head > mostFrozenRows) return ''
  const below = `A${String(head + 1)}`
  return (
    `<pane ySplit="${String(head)}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`
  )
}

function columnXml(width: number, index: number): string {
  const number = String(index + 1)
  return `<col min="${number}" max="${number}" width="${width.toFixed(2)}" customWidth="1"/>`
}

interface RowContext {
  readonly widths: readonly number[]
  readonly share: ShareText
}

function rowXml(row: number, spans: readonly Span[], { widths, share }: RowContext): string {
  const height = heightOf(spans, widths)
  const cells = spans.flatMap((span) => cellsXml(span, row, share))
  return `<row r="${String(row)}"${height}>${cells.join('')}</row>`
}

/**
 * Points. Excel finds the height by itself when somebody edits the row, but not when it opens a file, and never for cells shown as one:
 * theirs is fixed.
 */
function heightOf(spans: readonly Span[], widths: readonly number[]): string {
  if (spans.length === 0) return ''
  const lines = spans.map(({ from, to, lines }) => {
    const width = widths.slice(from, to + 1).reduce((sum, each) => sum + each, 0)
    return linesOf(textOf(lines), width)
  })
  const isTitle = spans.some(({ style }) => style === 'title')
  const height = Math.max(...lines) * lineHeight * (isTitle ? 2 : 1) + roomAround
  return ` ht="${height.toFixed(1)}"${spans.some(isWide) ? ' customHeight="1"' : ''}`
}

/** The cells behind the first of a span have its look too, or its frame would end after one. */
function cellsXml({ from, to, style, lines }: Span, row: number, share: ShareText): readonly string[] {
  const text = textOf(lines)
  const look = String(styleNumber(style, beginsFormula(text)))
  const first = cellAddress(from, row)
  const behind = Array.from({ length: to - from }, (_, index) => cellAddress(from + index + 1, row))
  return [
    text === ''
      ? `<c r="${first}" s="${look}"/>`
      : `<c r="${first}" s="${look}" t="s"><v>${String(share(lines))}</v></c>`,
    ...behind.map((address) => `<c r="${address}" s="${look}"/>`),
  ]
}

function textOf(lines: Span['lines']): string {
  return textOfCell({ lines, align: 'start' })
}

function isWide({ from, to }: Span): boolean {
  return to > from
}

function mergeXml({ from, to }: Span, row: number): string {
  return `<mergeCell ref="${cellAddress(from, row)}:${cellAddress(to, row)}"/>`
}

/** Column from 0, row from 1. */
function cellAddress(column: number, row: number): string {
  const before = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))
  return `${before}${String.fromCharCode(65 + (column % 26))}${String(row)}`
}
