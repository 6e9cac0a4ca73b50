// The report as a tree in the published form: title, four label lines, one table. The same tree is the preview and the
// print; its look is in sheet.css and followUp.css.
import { followUpColumns, followUpWidths } from './followUpColumns.ts'
import type { FollowUpReport, FollowUpRow, HeaderLine } from './FollowUpReport.ts'
import { node, withAttributes, type ReportNode } from '../page/ReportNode.ts'

export function layOutFollowUpReport(report: FollowUpReport): ReportNode {
  const widths = followUpWidths(report)
  const article = node('article', 'report-sheet follow-up-report', [
    ...(report.isDraft ? [node('p', 'report-draft-mark', [report.draftMark])] : []),
    node('h1', 'report-title', [report.title]),
    node('dl', 'report-header', report.header.map(layOutHeaderLine)),
    node('table', 'report-table', [
      node(
        'colgroup',
        '',
        followUpColumns.map((column) => withAttributes(node('col', '', []), { width: `${String(widths[column])}%` })),
      ),
      node('thead', '', [
        node(
          'tr',
          '',
          followUpColumns.map((column) => scoped('col', node('th', '', lines(report.columns[column])))),
        ),
      ]),
      node('tbody', '', report.rows.map(layOutRow)),
    ]),
  ])
  return withAttributes(article, { lang: report.language })
}

function layOutHeaderLine({ field, label, value }: HeaderLine): ReportNode {
  const term = node('dt', 'report-label', [node('span', 'report-label-text', [label])])
  return withAttributes(node('div', 'report-header-line', [term, node('dd', 'report-value', [value])]), {
    'data-field': field,
  })
}

function layOutRow(row: FollowUpRow): ReportNode {
  return node('tr', '', [
    scoped('row', node('th', 'report-number', [row.number])),
    node('td', 'report-prose', [
      node('p', 'report-heading', [
        node('span', 'report-heading-item', [row.heading.item]),
        node('span', 'report-heading-text', [row.heading.text]),
      ]),
      ...paragraphs(row.lead),
      ...bullets(row.conditions),
      ...(row.recommendation.length === 0 ? [] : [node('p', 'report-subheading', [row.recommendationHead])]),
      ...paragraphs(row.recommendation),
    ]),
    node('td', 'report-prose', bullets(row.measures)),
    node('td', 'report-short', lines(row.measureClass)),
    node('td', 'report-short', lines(row.measureDate)),
  ])
}

function scoped(scope: 'col' | 'row', cell: ReportNode): ReportNode {
  return withAttributes(cell, { scope })
}

/** A line that may stand beside the next one where the column is wide enough, but is never cut in itself. */
function lines(texts: readonly string[]): readonly ReportNode[] {
  return texts.map((text) => node('span', 'report-line', [text]))
}

function paragraphs(texts: readonly string[]): readonly ReportNode[] {
  return texts.map((text) => node('p', 'report-paragraph', [text]))
}

function bullets(texts: readonly string[]): readonly ReportNode[] {
  if (texts.length === 0) return []
  return [
    node(
      'ul',
      'report-bullets',
      texts.map((text) => node('li', 'report-bullet', [text])),
    ),
  ]
}
