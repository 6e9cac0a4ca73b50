import { describe, expect, test } from 'vitest'
import { must } from '../../../../../src/domain/must.ts'
import { buildFollowUpReport } from '../../../../../src/reports/follow-up/buildFollowUpReport.ts'
import { followUpDocument } from '../../../../../src/reports/follow-up/followUpDocument.ts'
import { renderDocx } from '../../../../../src/reports/office/docx/renderDocx.ts'
import { followUpAudit } from '../../../../fixtures/reports/followUpAudit.ts'
import { aReportDocument } from '../../../../support/office/aReportDocument.ts'
import { readDocx } from '../../../../support/office/readDocx.ts'

/** 2 × 1 pixels. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAC0lEQVR4nGNgQAcAABIAAXfx0d8AAAAASUVORK5CYII='),
  (sign) => sign.charCodeAt(0),
)

async function render(changes: Parameters<typeof aReportDocument>[0] = {}, pictures = new Map<string, Blob>()) {
  return readDocx(await renderDocx(aReportDocument(changes), pictures))
}

describe('the Word file of the follow-up report', async () => {
  const report = buildFollowUpReport(followUpAudit().audit, 'ja')
  const file = readDocx(await renderDocx(followUpDocument(report), new Map()))
  const table = must(file.tables[0], 'table')

  test('is one table over the width between the margins, its head repeated on every page', () => {
    expect(file.tables).toHaveLength(1)
    expect(table.heads).toEqual([true, ...report.rows.map(() => false)])
    expect(table.grid.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 2 * 737)
    expect(table.grid).toHaveLength(5)
    expect(file.part('word/document.xml')).toContain('<w:tblLayout w:type="fixed"/>')
    // The head only: its rows are long.
    expect(file.part('word/document.xml').match(/<w:cantSplit\/>/g)).toHaveLength(1)
  })

  test('prints on A4 with the margins of the form', () => {
    const page = file.part('word/document.xml')
    expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/)
    expect(page).toMatch(/<w:pgMar w:top="850" w:right="737" w:bottom="907" w:left="737"/)
  })

  test('has every text of the report in its order', () => {
    const dense = (text: string) => text.replace(/\s/g, '')
    const expected = [
      report.title,
      ...report.header.map(({ label, value }) => `${label}：${value}`),
      ...Object.values(report.columns).map((lines: readonly string[]) => lines.join('')),
      ...report.rows.flatMap((row) => [
        row.number,
        row.heading.item + row.heading.text,
        ...row.lead,
        ...row.conditions,
        row.recommendationHead,
        ...row.recommendation,
        ...row.measures,
        row.measureClass.join(''),
        row.measureDate.join(''),
      ]),
    ]
    expect(file.paragraphs.map(({ text }) => dense(text)).filter((text) => text !== '')).toEqual(expected.map(dense))
  })

  test('gives every paragraph a named style, and no paragraph letters of its own', () => {
    const names = new Map(
      [...file.part('word/styles.xml').matchAll(/w:styleId="(\w+)"[^>]*><w:name w:val="([^"]+)"/g)].map(
        ([, id, name]) => [id, name] as const,
      ),
    )
    const used = new Set(file.paragraphs.map(({ style }) => names.get(style)))
    expect(used).toEqual(
      new Set([
        'Title',
        '報告事項',
        '表の後',
        '表の見出し',
        '表の分類・日付',
        '表の項目見出し',
        '表の本文（字下げ）',
        '表の箇条書き',
        '表の小見出し',
      ]),
    )
    expect(file.part('word/document.xml')).not.toMatch(/<w:(rFonts|sz|b|jc)\b/)
  })

  test('names Japanese fonts, and says what stands in for them', () => {
    const styles = file.part('word/styles.xml')
    expect(new Set([...styles.matchAll(/w:eastAsia="([^"]+)" w:hAnsi/g)].map(([, name]) => name))).toEqual(
      new Set(['ＭＳ 明朝', 'ＭＳ ゴシック']),
    )
    expect(styles).toContain('<w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>')
    expect(file.part('word/fontTable.xml')).toContain('<w:font w:name="ＭＳ 明朝"><w:altName w:val="MS Mincho"/>')
  })

  test('hangs bullets behind a mark of the list itself', () => {
    const levels = [...file.part('word/numbering.xml').matchAll(/<w:lvl [^>]*>(?:(?!<\/w:lvl>).)*・.*?<\/w:lvl>/gs)]
    // As wide as the letters beside it: 10.5 points on the page, 9.5 in a table.
    expect(levels.map(([level]) => /w:left="(\d+)" w:hanging="\1"/.exec(level)?.[1])).toEqual(['210', '190'])
    expect(file.paragraphs.filter(({ style }) => style === 'TableBullet').map(({ text }) => text)).not.toContain('・')
  })

  test('spreads the labels of the header over one width without a space in their text', () => {
    const spacings = [
      ...file.part('word/document.xml').matchAll(/<w:spacing w:val="(\d+)"\/><\/w:rPr><w:t[^>]*>([^<]+)/g),
    ]
    const widths = spacings.map(([, spacing, text = '']) => Number(spacing) * text.length + 210 * (text.length + 1))
    expect(spacings).toHaveLength(4)
    for (const width of widths) expect(Math.abs(width - 1_587)).toBeLessThan(8)
  })

  test('names no person', () => {
    const core = file.part('docProps/core.xml')
    expect(core).toContain(`<dc:title>${report.title}</dc:title>`)
    expect(core).not.toMatch(/creator|lastModifiedBy|Un-named/)
  })

  test('numbers its pages below, beside the report number', () => {
    const foot = file.part('word/footer1.xml')
    expect(foot).toContain(report.reportNumber)
    expect(foot).toMatch(/PAGE.*NUMPAGES/s)
  })
})

describe('renderDocx', () => {
  test('a draft says so above its title and on every page; a final report does not', async () => {
    const [draft, final] = [await render({ isDraft: true }), await render()]
    expect(draft.paragraphs[0]).toEqual({ style: 'DraftMark', text: '案' })
    expect(draft.part('word/footer1.xml')).toContain('>案<')
    expect(final.paragraphs[0]).toEqual({ style: 'Title', text: '監査調書' })
    expect(final.part('word/footer1.xml')).not.toContain('案')
  })

  test('a picture stands above its caption; where its bytes are missing or no picture, the page says so', async () => {
    const held = new Map([['held', new Blob([png], { type: 'image/png' })]])
    const file = await render({}, held)
    expect(file.paths.filter((path) => path.startsWith('word/media/'))).toHaveLength(1)
    const [pictures] = file.tables.filter(({ rows }) => rows.flat(2).some(({ style }) => style === 'Caption'))
    expect(pictures?.rows[0]?.slice(0, 2).map((cell) => cell.map(({ text }) => text))).toEqual([
      ['', '棚の前'],
      ['この端末に画像がありません', '棚の裏'],
    ])
    expect(file.part('word/document.xml')).toContain('descr="棚の前"')
    const webp = new Map([['held', new Blob([new Uint8Array(40)])]])
    expect((await render({}, webp)).paths.some((path) => path.startsWith('word/media/'))).toBe(false)
  })

  test('tables never touch, as Word would make one of them, and a paragraph ends the file', async () => {
    const body = (await render()).part('word/document.xml')
    expect(body).not.toMatch(/<\/w:tbl><w:tbl>/)
    expect(body).toMatch(/<\/w:p><w:sectPr/)
  })

  test('headings, prose, bullets and facts go by the styles that Word knows', async () => {
    const { paragraphs } = await render()
    const styleOf = (text: string) => paragraphs.find((paragraph) => paragraph.text === text)?.style
    expect(styleOf('監査の概要')).toBe('Heading1')
    expect(styleOf('現地で確認した。')).toBe('BodyTextFirstIndent')
    expect(styleOf('端末を見た。')).toBe('ListBullet')
    expect(styleOf('立会人')).toBe('TableText')
  })

  test('a wide report lies on its side', async () => {
    const page = (await render({ orientation: 'landscape' })).part('word/document.xml')
    expect(page).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
  })

  test('an English report has English letters, unspread labels and no indents', async () => {
    const file = await render({ language: 'en' })
    expect(file.part('word/styles.xml')).toContain('w:ascii="Times New Roman"')
    expect(file.part('word/styles.xml')).not.toContain('w:firstLineChars')
    expect(file.part('word/document.xml')).not.toContain('<w:spacing w:val')
  })
})
