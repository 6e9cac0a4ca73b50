// Cuts a report into sheets. Nothing of it is left out: what is no table stands above the next one, or below the last.
import type { Language } from '../../domain/template/Localised.ts'
import type { Cell, LabelledText, Paragraph, ReportBlock, ReportDocument, TableBlock } from '../ReportDocument.ts'
import { joinPieces, printedLine } from './printedLine.ts'
import type { Sheet, SheetCell, SheetRow } from './Sheet.ts'
import { writableText } from './writableText.ts'

/** Of a sheet that holds no table. */
const widthsWithoutTable: readonly number[] = [25, 75]

export function layOutSheets(document: ReportDocument): readonly Sheet[] {
  const { language, title, blocks } = document
  const sheets: Sheet[] = []
  let loose: readonly SheetRow[] = openingRows(document)
  for (const block of blocks) {
    if (block.type === 'table') {
      const widths = block.columns.map(({ width }) => width)
      sheets.push({ name: block.name, widths, rows: [...loose, ...tableRows(block, language)] })
      loose = []
    } else loose = [...loose, ...looseRows(block, language)]
  }
  const last = sheets.at(-1)
  if (last === undefined) return [{ name: title, widths: widthsWithoutTable, rows: loose }]
  if (loose.length === 0) return sheets
  return [...sheets.slice(0, -1), { ...last, rows: [...last.rows, { kind: 'blank' }, ...loose] }]
}

function openingRows({ title, isDraft, draftMark, header }: ReportDocument): readonly SheetRow[] {
  return [
    ...(isDraft ? [{ kind: 'draft-mark', text: writableText(draftMark) } as const] : []),
    { kind: 'title', text: writableText(title) },
    ...header.map(factOf),
    { kind: 'blank' },
  ]
}

function factOf({ label, value }: LabelledText): SheetRow {
  return { kind: 'fact', label: writableText(label), text: writableText(value) }
}

function tableRows({ columns, rows }: TableBlock, language: Language): readonly SheetRow[] {
  return [
    { kind: 'head', labels: columns.map(({ label }) => joinPieces(label, language)) },
    ...rows.map((cells): SheetRow => ({ kind: 'entry', cells: cells.map((cell) => sheetCell(cell, language)) })),
  ]
}

function sheetCell({ paragraphs, align = 'start', isOneText = false }: Cell, language: Language): SheetCell {
  if (!isOneText) return { align, lines: boldLines(paragraphs, language) }
  const text = joinPieces(
    paragraphs.map((paragraph) => paragraph.text),
    language,
  )
  return { align, lines: text === '' ? [] : [{ text, isBold: paragraphs.every(({ isBold }) => isBold) }] }
}

function boldLines(paragraphs: readonly Paragraph[], language: Language): SheetCell['lines'] {
  return paragraphs.map((paragraph) => ({ text: printedLine(paragraph, language), isBold: paragraph.isBold }))
}

function looseRows(block: Exclude<ReportBlock, TableBlock>, language: Language): readonly SheetRow[] {
  switch (block.type) {
    case 'heading':
      return [{ kind: 'blank' }, { kind: 'heading', text: writableText(block.text) }]
    case 'paragraph':
      return block.paragraphs.map((each) => ({ kind: 'text', text: printedLine(each, language) }))
    case 'facts':
      return block.entries.map(({ label, paragraphs }) => ({
        kind: 'fact',
        label: writableText(label),
        // Beside its label a text needs no indent.
        text: paragraphs.map((each) => printedLine({ ...each, indent: 0 }, language)).join('\n'),
      }))
    case 'picture':
      return [{ kind: 'text', text: writableText(block.caption) }]
  }
}
