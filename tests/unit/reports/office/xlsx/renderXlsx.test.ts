import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { must } from '../../../../../src/domain/must.ts'
import { readXlsx } from '../../../../../src/interchange/xlsx/readXlsx.ts'
import { boldParagraph, bulletParagraph, textCell } from '../../../../../src/reports/paragraphs.ts'
import { renderXlsx } from '../../../../../src/reports/office/xlsx/renderXlsx.ts'
import type { ReportDocument } from '../../../../../src/reports/ReportDocument.ts'
import { aReportDocument, documentWithCell, findingTable } from '../../../../support/office/aReportDocument.ts'

function read(document: ReportDocument, sheet = 0) {
  const table = readXlsx(renderXlsx(document), { sheet })
  if (!table.ok) throw new Error(table.error)
  return table.value
}

function part(document: ReportDocument, path: string): string {
  return strFromU8(must(unzipSync(renderXlsx(document))[path], path))
}

const dense = (text: string) => text.replaceAll('\n', '')

const firstSheet = 'xl/worksheets/sheet1.xml'

describe('renderXlsx', () => {
  test('has a sheet for each table; what is no table stands above the next one', () => {
    const document = aReportDocument({ isDraft: true })
    expect(read(document).sheets).toEqual(['指摘一覧', '追加'])
    expect(read(document).rows.map(({ cells }) => cells)).toEqual([
      ['案'],
      ['監査調書'],
      ['報告番号：報告監６の第７号'],
      ['通知を受けた日：令和６年４月22日'],
      ['監査の概要'],
      ['現地で確認した。'],
      ['・端末を見た。'],
      ['指摘№', '概要', '備考', '措置日（予定日）'],
      ['２（１）', '（１）更新について\n　調べた。\n・古かった。', '特記事項', '令和６年３月７日'],
      ['２（２）', '【指摘事項】'],
    ])
    expect(read(document, 1).rows.map(({ cells }) => cells)).toEqual([
      ['立会人', '所管の職員'],
      ['棚の前'],
      ['棚の裏'],
      ['指摘№', '概要', '備考', '措置日（予定日）'],
    ])
  })

  test('labels have a column of their own where the first is wide enough', () => {
    const facts = aReportDocument({ blocks: [] })
    expect(read(facts).sheets).toEqual(['監査調書'])
    expect(read(facts).rows.map(({ cells }) => cells)).toEqual([
      ['監査調書'],
      ['報告番号', '報告監６の第７号'],
      ['通知を受けた日', '令和６年４月22日'],
    ])
  })

  test('the head is frozen and repeated on every printed page', () => {
    const document = documentWithCell('本文')
    const head = must(
      read(document).rows.find(({ cells }) => cells[0] === '指摘№'),
      'head',
    ).row
    expect(part(document, firstSheet)).toContain(`<pane ySplit="${String(head)}" topLeftCell="A${String(head + 1)}"`)
    expect(part(document, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'指摘一覧'!$${String(head)}:$${String(head)}</definedName>`,
    )
  })

  test('prints on A4, as wide as the page, numbered, and a draft says so', () => {
    const xml = part(
      documentWithCell('本文', { orientation: 'landscape', isDraft: true, pageLabel: 'A&B' }),
      firstSheet,
    )
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(xml).toContain('&amp;L&amp;9 A&amp;&amp;B&amp;C&amp;9&amp;P / &amp;N&amp;R&amp;9 案')
  })

  test('cells are wrapped, at the top, framed, in a Japanese font by name; heads are bold and filled', () => {
    const styles = part(aReportDocument(), 'xl/styles.xml')
    expect(styles).toContain('<name val="ＭＳ 明朝"/><family val="1"/><charset val="128"/>')
    expect(styles.match(/<xf [^>]*borderId="1".*?<\/xf>/gs)?.every((format) => format.includes('wrapText="1"'))).toBe(
      true,
    )
    const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0].matchAll(/<xf .*?<\/xf>/gs) ?? [])].map(
      ([xf]) => xf,
    )
    const formatOf = (address: string) =>
      formats[Number(new RegExp(`r="${address}" s="(\\d+)"`).exec(part(documentWithCell('本文'), firstSheet))?.[1])]
    expect(formatOf('B5')).toMatch(/fontId="3" fillId="2" borderId="1".*horizontal="center"/)
    expect(formatOf('B6')).toMatch(/fontId="0" fillId="0" borderId="1".*horizontal="left" vertical="top"/)
    expect(formatOf('A6')).toMatch(/horizontal="center" vertical="top"/)
  })

  test('a text is never a formula, not even when somebody edits its cell', () => {
    for (const text of ['=1+1', '+1+1', '-A1', '@SUM(A1)', '=HYPERLINK("x")', '12', '2024-04-22']) {
      const document = documentWithCell(text)
      expect(read(document).rows.at(-1)?.cells[1]).toBe(text)
      expect(part(document, firstSheet)).not.toContain('<f>')
      expect(part(document, firstSheet)).toMatch(/<c r="B6" s="\d+" t="s">/)
    }
    const styleOf = (text: string) => Number(/r="B6" s="(\d+)"/.exec(part(documentWithCell(text), firstSheet))?.[1])
    const quoted = part(aReportDocument(), 'xl/styles.xml').match(/<xf [^>]*xfId="0"[^>]*>/g) ?? []
    expect(quoted[styleOf('=1+1')]).toContain('quotePrefix="1"')
    expect(quoted[styleOf('本文')]).not.toContain('quotePrefix')
  })

  test("a sign of Excel's own escape stays as it was typed", () => {
    const xml = part(documentWithCell('_x0041_'), 'xl/sharedStrings.xml')
    expect(xml).toContain('_x005F_x0041_')
    expect(read(documentWithCell('_x0041_')).rows.at(-1)?.cells[1]).toBe('_x0041_')
  })

  test('bold lines of a cell are bold, the others are not', () => {
    const cell = { paragraphs: [boldParagraph('（１）件名'), bulletParagraph('事実')] }
    const rows = [[textCell('１'), cell, textCell(''), textCell('')]]
    const xml = part(aReportDocument({ blocks: [{ ...findingTable, rows }] }), 'xl/sharedStrings.xml')
    expect(xml).toMatch(
      /<r><rPr><b\/>.*?<t xml:space="preserve">（１）件名\n<\/t><\/r><r><rPr><sz .*?・事実<\/t><\/r>/s,
    )
  })

  test('names of sheets are short, unlike one another and free of the signs that Excel refuses', () => {
    const table = (name: string) => ({ ...findingTable, name })
    const blocks = [
      table('サーバ室／[1]: a?*'),
      table('長'.repeat(40)),
      table('長'.repeat(40)),
      table("'"),
      table('History'),
    ]
    expect(read(aReportDocument({ blocks })).sheets).toEqual([
      'サーバ室／ 1   a',
      '長'.repeat(31),
      `${'長'.repeat(27)} (2)`,
      '4',
      'History5',
    ])
  })

  test('a cell that is taller than Excel shows goes on in the next rows, none of which is cut off', () => {
    const text = Array.from({ length: 90 }, (_, index) => `${String(index)}の文。`.repeat(index)).join('\n')
    const document = documentWithCell(`${text}\n${'あ'.repeat(40_000)}`)
    const { rows } = read(document)
    const first = rows.findIndex(({ cells }) => cells[1]?.includes('1の文。'))
    const pieces = rows.slice(first).map(({ cells }) => cells[1] ?? '')
    expect(pieces.length).toBeGreaterThan(10)
    expect(dense(pieces.join(''))).toBe(dense(`${text}${'あ'.repeat(40_000)}`))
    expect(rows.slice(first + 1).map(({ cells }) => cells[0])).toEqual(pieces.slice(1).map(() => ''))
    const heights = [...part(document, firstSheet).matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height))
    expect(Math.max(...heights)).toBeLessThanOrEqual(409)
  })

  test('a tall row makes its sheet wider, so that Excel cuts nothing off', () => {
    const widthsOf = (text: string) =>
      [...part(documentWithCell(text), firstSheet).matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
        Number(width),
      )
    const sum = (widths: readonly number[]) => Math.round(widths.reduce((total, width) => total + width, 0))
    expect(sum(widthsOf('短い'))).toBe(98)
    expect(sum(widthsOf('長い文。'.repeat(250)))).toBeGreaterThan(130)
  })
})
