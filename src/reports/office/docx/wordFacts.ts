// Labels with their texts: the lines of the header, and lists of facts inside a report.
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import type { Language } from '../../../domain/template/Localised.ts'
import { isShortFact } from '../../isShortRow.ts'
import type { Fact, LabelledText } from '../../ReportDocument.ts'
import { writableText } from '../writableText.ts'
import { gridWidths } from './gridWidths.ts'
import { points, twips } from './pageMeasures.ts'
import { styleIds } from './styleIds.ts'
import { tableFrame } from './tableFrame.ts'
import { textSize } from './textSizes.ts'
import { cellParagraphs } from './wordParagraphs.ts'
import { wordText } from './wordText.ts'

/** Millimetres over which the letters of a Japanese label are spread, as the form has them. */
const labelWidth = 28

export function headerFacts(header: readonly LabelledText[], language: Language): readonly Paragraph[] {
  return header.map(
    ({ label, value }) =>
      new Paragraph({
        style: styleIds.fact,
        children: [
          ...(language === 'ja' ? spreadLabel(writableText(label)) : wordText(label)),
          ...wordText(`${language === 'ja' ? '：' : ':'}\t${value}`),
        ],
      }),
  )
}

/** By space between the letters, so that the label still reads, copies and searches as one word. The last letter has none behind it. */
function spreadLabel(label: string): readonly TextRun[] {
  const letters = Array.from(label)
  const room = twips(labelWidth) - letters.length * points(textSize)
  if (letters.length < 2 || room <= 0) return wordText(label)
  const characterSpacing = Math.floor(room / (letters.length - 1))
  return [
    new TextRun({ text: letters.slice(0, -1).join(''), characterSpacing }),
    new TextRun({ text: letters.slice(-1).join('') }),
  ]
}

/** Percent. */
const factColumns = [22, 78]

export function factTable(entries: readonly Fact[], width: number): Table {
  const widths = gridWidths(factColumns, width)
  const cell = (children: readonly Paragraph[], index: number) =>
    new TableCell({ children, width: { size: widths[index] ?? 0, type: WidthType.DXA }, margins: tableFrame.margins })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: tableFrame.borders,
    tableLook: { firstRow: false, firstColumn: true },
    rows: entries.map(
      (fact) =>
        new TableRow({
          cantSplit: isShortFact(fact),
          children: [
            cell([new Paragraph({ style: styleIds.cellText, children: wordText(fact.label) })], 0),
            cell(cellParagraphs({ paragraphs: fact.paragraphs, align: 'start' }, false), 1),
          ],
        }),
    ),
  })
}
