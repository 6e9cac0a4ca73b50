// A table of a report as a table of Word: fixed widths, a head that every page repeats, long rows that may run over to the next page.
import { Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Column, TableBlock } from '../../ReportDocument.ts'
import { isShortRow } from '../../isShortRow.ts'
import { gridWidths } from './gridWidths.ts'
import { styleIds } from './styleIds.ts'
import { tableFrame } from './tableFrame.ts'
import { cellParagraphs } from './wordParagraphs.ts'
import { wordText } from './wordText.ts'

const headFill = 'E8E8E8'
/** Percent. */
const narrowColumn = 12

export function wordTable({ columns, rows, hasRowHeads }: TableBlock, width: number): Table {
  const percents = columns.map((column) => column.width)
  const widths = gridWidths(percents, width)
  const cell = (children: readonly Paragraph[], index: number, isHead: boolean) =>
    new TableCell({
      children,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: (percents[index] ?? 0) < narrowColumn ? tableFrame.narrowMargins : tableFrame.margins,
      verticalAlign: isHead ? 'center' : 'top',
      ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: headFill } } : {}),
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell([headParagraph(column)], index, true)),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: isShortRow(row, columns),
        children: row.map((each, index) => cell(cellParagraphs(each, index === 0), index, false)),
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: tableFrame.borders,
    tableLook: { firstRow: true, firstColumn: hasRowHeads },
    rows: [head, ...body],
  })
}

function headParagraph({ label }: Column): Paragraph {
  return new Paragraph({ style: styleIds.cellHead, children: wordText(label.join('\n')) })
}
