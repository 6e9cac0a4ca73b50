// A report with one block of every type, so that a test says only what it is about.
import { boldParagraph, bulletParagraph, proseParagraph, shortCell, textCell } from '../../../src/reports/paragraphs.ts'
import type { ReportDocument, TableBlock } from '../../../src/reports/ReportDocument.ts'

export const findingTable: TableBlock = {
  type: 'table',
  name: '指摘一覧',
  hasRowHeads: true,
  columns: [
    { label: ['指摘№'], width: 10 },
    { label: ['概要'], width: 50 },
    { label: ['備考'], width: 30 },
    { label: ['措置日', '（予定日）'], width: 10 },
  ],
  rows: [
    [
      shortCell(['２（１）']),
      { paragraphs: [boldParagraph('（１）更新について'), proseParagraph('調べた。'), bulletParagraph('古かった。')] },
      textCell('特記事項'),
      shortCell(['令和６年', '３月７日']),
    ],
    [shortCell(['２（２）']), { paragraphs: [boldParagraph('【指摘事項】')] }, textCell(''), shortCell([])],
  ],
}

export function aReportDocument(changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    language: 'ja',
    title: '監査調書',
    draftMark: '案',
    isDraft: false,
    pageLabel: '報告監６の第７号',
    fileName: '監査調書',
    orientation: 'portrait',
    header: [
      { label: '報告番号', value: '報告監６の第７号' },
      { label: '通知を受けた日', value: '令和６年４月22日' },
    ],
    blocks: [
      { type: 'heading', level: 1, text: '監査の概要' },
      { type: 'paragraph', paragraphs: [proseParagraph('現地で確認した。'), bulletParagraph('端末を見た。')] },
      findingTable,
      { type: 'facts', entries: [{ label: '立会人', paragraphs: [proseParagraph('所管の職員')] }] },
      { type: 'picture', sha256: 'held', caption: '棚の前', missing: 'この端末に画像がありません' },
      { type: 'picture', sha256: 'elsewhere', caption: '棚の裏', missing: 'この端末に画像がありません' },
      { ...findingTable, name: '追加', rows: [] },
    ],
    ...changes,
  }
}

/** A document of one table, whose first cell holds a text as typed. */
export function documentWithCell(text: string, changes: Partial<ReportDocument> = {}): ReportDocument {
  const rows = [[shortCell(['１']), textCell(text), textCell('右'), textCell('端')]]
  return aReportDocument({ blocks: [{ ...findingTable, rows }], ...changes })
}
