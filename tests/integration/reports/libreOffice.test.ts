// Another program than the one that wrote the files opens and prints them.
import { describe, expect, test } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import { buildFollowUpReport } from '../../../src/reports/follow-up/buildFollowUpReport.ts'
import { followUpDocument } from '../../../src/reports/follow-up/followUpDocument.ts'
import { renderDocx } from '../../../src/reports/office/docx/renderDocx.ts'
import { renderXlsx } from '../../../src/reports/office/xlsx/renderXlsx.ts'
import type { ReportDocument } from '../../../src/reports/ReportDocument.ts'
import { followUpAudit } from '../../fixtures/reports/followUpAudit.ts'
import { findLibreOffice, printByLibreOffice } from '../../support/office/convertWithLibreOffice.ts'
import { readPdfText } from '../../support/readPdfText.ts'

const program = findLibreOffice()
if (program === undefined) console.log('There is no LibreOffice: no Word or Excel file was opened by it.')

const report = buildFollowUpReport(followUpAudit().audit, 'ja')
const document = followUpDocument(report)

describe.runIf(program !== undefined)('LibreOffice', () => {
  const files: readonly ['docx' | 'xlsx', (each: ReportDocument) => Promise<Uint8Array>][] = [
    ['docx', (each) => renderDocx(each, new Map())],
    ['xlsx', (each) => Promise.resolve(renderXlsx(each))],
  ]

  test.each(files)('prints every text of the report from the %s file', { timeout: 180_000 }, async (ending, render) => {
    const pages = await readPdfText(printByLibreOffice(must(program, 'program'), await render(document), ending))
    const printed = pages.join('')
    const texts = report.rows.flatMap((row) => [row.number, row.heading.text, ...row.lead, ...row.measureDate])
    for (const text of [report.title, ...report.header.map(({ value }) => value), ...texts]) {
      expect(printed).toContain(text.replace(/\s/g, ''))
    }
  })

  test.each(files)(
    'repeats the head of a long table on every page of the %s file, numbered',
    { timeout: 180_000 },
    async (ending, render) => {
      const long = withFindings(document, 60)
      const pages = await readPdfText(printByLibreOffice(must(program, 'program'), await render(long), ending))
      expect(pages.length).toBeGreaterThan(10)
      pages.forEach((page, index) => {
        expect(page).toContain('措置内容又は措置方針等')
        expect(page).toContain(`${String(index + 1)}/${String(pages.length)}`)
      })
    },
  )
})

function withFindings(of: ReportDocument, count: number): ReportDocument {
  const blocks = of.blocks.map((block) => {
    if (block.type !== 'table') return block
    const rows = Array.from({ length: count }, (_, index) => block.rows[index % block.rows.length] ?? [])
    return { ...block, rows }
  })
  return { ...of, blocks }
}
