import { describe, expect, test } from 'vitest'
import { must } from '../../../../src/domain/must.ts'
import { buildFollowUpReport } from '../../../../src/reports/follow-up/buildFollowUpReport.ts'
import { followUpDocument } from '../../../../src/reports/follow-up/followUpDocument.ts'
import type { TableBlock } from '../../../../src/reports/ReportDocument.ts'
import { followUpAudit } from '../../../fixtures/reports/followUpAudit.ts'

describe('followUpDocument', () => {
  const report = buildFollowUpReport(followUpAudit().audit, 'ja')
  const document = followUpDocument(report)
  const table = must(
    document.blocks.find((block): block is TableBlock => block.type === 'table'),
    'table',
  )

  test('the header reads as on the page', () => {
    expect(document.header).toEqual(report.header.map(({ label, value }) => ({ label, value })))
    expect(document.fileName).toBe(`${report.reportNumber} ${report.title}`)
  })

  test('the table has the five columns over the whole width and a row a finding', () => {
    expect(table.columns.map(({ label }) => label.join(''))).toEqual([
      '指摘№',
      '指摘等の概要',
      '措置内容又は措置方針等',
      '措置分類',
      '措置日（予定日）',
    ])
    expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
    expect(table.rows.map((row) => row.length)).toEqual([5, 5, 5])
  })

  test('a row holds every text of its finding in the order of the page', () => {
    const [row] = report.rows
    const texts = table.rows[0]?.map(({ paragraphs }) => paragraphs.map(({ text }) => text))
    expect(row && texts).toEqual(
      row && [
        [row.number],
        [
          row.heading.item + row.heading.text,
          ...row.lead,
          ...row.conditions,
          row.recommendationHead,
          ...row.recommendation,
        ],
        row.measures,
        row.measureClass,
        row.measureDate,
      ],
    )
  })

  test('in English a space parts the number of a finding from its heading', () => {
    const english = followUpDocument(buildFollowUpReport(followUpAudit().audit, 'en'))
    const [block] = english.blocks
    expect(block?.type === 'table' && block.rows[0]?.[1]?.paragraphs[0]?.text).toMatch(/^\(1\) \S/)
  })

  test('the name of a draft says so', () => {
    expect(followUpDocument({ ...report, isDraft: true }).fileName).toMatch(/ 案$/)
  })
})
