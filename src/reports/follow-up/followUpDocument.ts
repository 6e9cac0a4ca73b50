// The 措置状況報告書 as a document, for files that an office edits. Its page and print keep a layout of their own.
import type { Language } from '../../domain/template/Localised.ts'
import { fileNameOf } from '../fileNameOf.ts'
import { boldParagraph, bulletParagraph, proseParagraph, shortCell } from '../paragraphs.ts'
import type { Cell, Column, Paragraph, ReportDocument } from '../ReportDocument.ts'
import { followUpColumns, followUpWidths } from './followUpColumns.ts'
import type { FollowUpReport, FollowUpRow } from './FollowUpReport.ts'

export function followUpDocument(report: FollowUpReport): ReportDocument {
  const { language, title, draftMark, isDraft, reportNumber } = report
  const widths = followUpWidths(report)
  return {
    language,
    title,
    draftMark,
    isDraft,
    pageLabel: reportNumber,
    fileName: fileNameOf([reportNumber, title, isDraft ? draftMark : '']),
    orientation: 'portrait',
    header: report.header.map(({ label, value }) => ({ label, value })),
    blocks: [
      {
        type: 'table',
        name: title,
        hasRowHeads: true,
        columns: followUpColumns.map((column): Column => ({ label: report.columns[column], width: widths[column] })),
        rows: report.rows.map((row) => cellsOf(row, language)),
      },
    ],
  }
}

function cellsOf(row: FollowUpRow, language: Language): readonly Cell[] {
  return [
    shortCell([row.number]),
    { paragraphs: summaryOf(row, language) },
    { paragraphs: row.measures.map(bulletParagraph) },
    shortCell(row.measureClass),
    shortCell(row.measureDate),
  ]
}

function summaryOf(row: FollowUpRow, language: Language): readonly Paragraph[] {
  return [
    boldParagraph(row.heading.item + (language === 'ja' ? '' : ' ') + row.heading.text),
    ...row.lead.map(proseParagraph),
    ...row.conditions.map(bulletParagraph),
    ...(row.recommendation.length === 0 ? [] : [boldParagraph(row.recommendationHead)]),
    ...row.recommendation.map(proseParagraph),
  ]
}
