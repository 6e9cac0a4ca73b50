// A report that a city has published, entered through the screens as its people would: the auditor's findings, the department's measures.
// What comes out, printed, in Word and in Excel, says what was published. The texts are read from the file when the test runs.
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { auditPath, createAudit, go } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { readDocx } from '../support/office/readDocx.ts'
import {
  dense,
  readPublishedReport,
  readPublishedText,
  type PublishedFinding,
  type PublishedReport,
} from '../support/publishedReport.ts'
import { readPdfText } from '../support/readPdfText.ts'
import { expectAccessible } from '../support/screens/expectAccessible.ts'
import { switchPreferences } from '../support/screens/switchPreferences.ts'
import { must } from '../../src/domain/must.ts'
import { toHalfWidthDigits } from '../../src/domain/text/toFullWidthDigits.ts'
import { readXlsx } from '../../src/interchange/xlsx/readXlsx.ts'

const text = readPublishedText()
test.skip(
  text === undefined,
  'The published report lies on the makers’ machines only: nothing is compared with it here.',
)

const looks = [
  { size: { width: 820, height: 1180 }, theme: 'dark', language: 'en' },
  { size: { width: 1180, height: 820 }, theme: 'contrast', language: 'ja' },
  { size: { width: 390, height: 844 }, theme: 'light', language: 'ja' },
] as const

/** Digits as a keyboard gives them: which of them are printed full-width is the report's business. */
const typed = toHalfWidthDigits

test('the published report, entered through the screens, comes out as it was published', async ({ openTablet }) => {
  const published = readPublishedReport(text ?? '')
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.introduceAs('田中')

  await test.step('the auditor: particulars and findings, each approved; the numbers become final', async () => {
    await createAudit(page, {
      unit: valueOf(published, '所管所属'),
      subject: typed(valueOf(published, '監査の対象')),
      reportNo: typed(valueOf(published, '報告番号')),
    })
    await enterDay(page, '現地監査日', '令和5年11月10日')
    for (const finding of published.findings) await enterFinding(page, finding)
    await go(page, `${auditPath(page)}/issue`)
    await page.getByRole('button', { name: '発行する' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '発行する' }).click()
    await expect(page.getByRole('heading', { name: /^発行済み/ })).toBeVisible()
  })
  const audit = auditPath(page)

  await test.step('the department: measures by kind, class and date, handed in', async () => {
    await go(page, audit.replace('/audits/', '/measures/'))
    for (const finding of published.findings) await answerFinding(page, finding)
  })

  await test.step('the auditor: the notice has come; nothing is missing any more', async () => {
    await go(page, `${audit}/report`)
    await enterDay(page, '通知を受けた日', typed(valueOf(published, '通知を受けた日')))
    await go(page, `${audit}/report`)
    await expect(page.getByRole('heading', { name: '不足や矛盾はありません' })).toBeVisible()
  })

  await test.step('the page and its print', async () => {
    const sheet = page.locator('.report-preview')
    const lines = await sheet.locator('h1, .report-header-line').allInnerTexts()
    const cells = await sheet
      .locator('tr')
      .evaluateAll((rows) =>
        rows.map((row) => (row instanceof HTMLTableRowElement ? [...row.cells].map(({ innerText }) => innerText) : [])),
      )
    // Bullets and the colons behind the labels are drawn by the style: no text of the page.
    expect([...lines.map((line) => [line]), ...cells].map(denseRow)).toEqual(
      rowsOf(published, { bullet: '', colon: '' }),
    )

    const printed = (await readPdfText(await page.pdf({ preferCSSPageSize: true }))).join('')
    // A page may end between two paragraphs of a cell, and in none of them.
    for (const piece of piecesOf(published)) expect(printed).toContain(dense(piece))
    expect(printed).not.toContain('案')
  })

  await test.step('the Word file', async () => {
    const { paragraphs, tables } = readDocx(await saveAs(page, /^Word/))
    const table = must(tables[0], 'the table')
    const rows = table.rows.map((row) => row.map((cell) => cell.map((paragraph) => paragraph.text).join('\n')))
    const above = paragraphs.slice(0, published.header.length + 1).map((paragraph) => [paragraph.text])
    expect([...above, ...rows].map(denseRow)).toEqual(rowsOf(published, { bullet: '', colon: '：' }))
    expect(table.heads).toEqual([true, ...published.findings.map(() => false)])
  })

  await test.step('the Excel file', async () => {
    const table = readXlsx(await saveAs(page, /^Excel/), {})
    if (!table.ok) throw new Error(table.error)
    const rows = table.value.rows.map(({ cells }) => denseRow(cells))
    expect(rows).toEqual(rowsOf(published, { bullet: '・', colon: '：' }))
  })

  await test.step('the auditor: the report is published, and a later change of it shows', async () => {
    await go(page, `${audit}/issue`)
    await page.getByRole('button', { name: '公表済にする' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '公表済にする' }).click()
    await expect(page.getByRole('heading', { name: /^公表済/ })).toBeVisible()
    await enterDay(page, '通知を受けた日', '令和6年4月23日')
    await go(page, `${audit}/report`)
    await expect(page.getByText('公表後に変更')).toBeVisible()
  })

  await test.step('what is published, and what the department sees of it, is accessible', async () => {
    for (const look of looks) {
      await page.setViewportSize(look.size)
      await switchPreferences(page, look)
      for (const path of [`${audit}/issue`, audit.replace('/audits/', '/measures/')]) {
        await go(page, path)
        await page.locator('main h2').first().waitFor()
        await expectAccessible(page, { name: `${path}, ${look.theme}, ${look.language}`, language: look.language })
      }
    }
  })
})

function valueOf({ header }: PublishedReport, label: string): string {
  return must(header.find((line) => line.label === label)?.value, label)
}

/** Whichever screen is open: the particulars stand on the audit's details. */
async function enterDay(page: Page, label: string, day: string): Promise<void> {
  await go(page, `${auditPath(page)}/details`)
  const field = page.getByRole('textbox', { name: `${label} 和暦で入力` })
  await field.fill(day)
  await field.blur()
  await expect(page.getByLabel(label, { exact: true })).not.toHaveValue('')
}

async function enterFinding(page: Page, finding: PublishedFinding): Promise<void> {
  await go(page, `${auditPath(page)}/findings`)
  await page.getByRole('button', { name: '指摘を追加' }).click()
  await page.getByRole('button', { name: '白紙から作成' }).click()
  await page.waitForURL(/\/findings\/.+/)
  const choose = (group: string, word: string) =>
    page.getByRole('group', { name: group }).getByRole('radio', { name: word, exact: true }).check({ force: true })
  const write = (label: string, words: string) => page.getByRole('textbox', { name: label, exact: true }).fill(words)
  await expect(page.getByRole('textbox', { name: '主題', exact: true })).toHaveValue('')
  await write('主題', typed(finding.subject))
  await choose('求める内容', finding.demand)
  await choose('区分', '指摘')
  await write('前文', typed(finding.lead))
  await write('事実', typed(finding.conditions.join('\n')))
  await write('指摘事項', typed(finding.recommendation))
  const review = page.getByRole('region', { name: '承認', exact: true })
  await review.getByRole('button', { name: '承認する' }).click()
  await expect(review.getByText('承認', { exact: true }).last()).toBeVisible()
}

async function answerFinding(page: Page, { number, measures, measureClass, measureDate }: PublishedFinding) {
  await page.getByRole('link', { name: new RegExp(`^${number}`) }).click()
  await expect(page.getByRole('heading', { name: new RegExp(number) })).toBeVisible()
  const cards = page.getByRole('article', { name: /^措置/ })
  await expect(cards).toHaveCount(0)
  for (const [index, measure] of measures.entries()) {
    await page
      .getByRole('group', { name: '措置を追加' })
      .getByRole('button', { name: kindOf(measure, index) })
      .click()
    const card = cards.nth(index)
    await card.getByRole('textbox', { name: '措置内容' }).fill(typed(measure))
    await card.getByRole('radio', { name: measureClass }).check({ force: true })
    const day = card.getByRole('textbox', { name: '措置日 和暦で入力' })
    await day.fill(typed(dayOf(measure) ?? measureDate))
    await day.blur()
  }
  await page.getByRole('button', { name: '提出する' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '提出する' }).click()
  await expect(page.getByText('提出済です')).toBeVisible()
}

function kindOf(measure: string, index: number): string {
  if (measure.includes('再発防止')) return '再発防止'
  return index === 0 ? '応急・是正' : '仕組み'
}

/** The last day that the text names; the published date is that of the last step. */
function dayOf(measure: string): string | undefined {
  return measure.match(/令和[０-９\d]+年[０-９\d]+月[０-９\d]+日/g)?.at(-1)
}

interface DrawnSigns {
  readonly bullet: string
  readonly colon: string
}

/** Title, labelled lines, heads of the columns, findings: all as rows of texts without white space. */
function rowsOf(published: PublishedReport, { bullet, colon }: DrawnSigns): readonly (readonly string[])[] {
  const { title, header, columns, findings } = published
  const heads = /^(指摘№)(指摘等の概要)(措置内容又は措置方針等)(措置分類)(措置日（予定日）)$/.exec(columns)
  const marked = (texts: readonly string[]) => texts.map((each) => bullet + each).join('')
  return [
    [title],
    ...header.map(({ label, value }) => [label + colon + value]),
    must(heads, 'the heads of the columns').slice(1),
    ...findings.map((finding) => [
      finding.number,
      [finding.heading, finding.lead, marked(finding.conditions)].join('') +
        [finding.recommendationHead, finding.recommendation].join(''),
      ...[marked(finding.measures), finding.measureClass, finding.measureDate],
    ]),
  ].map(denseRow)
}

function piecesOf({ title, header, columns, findings }: PublishedReport): readonly string[] {
  return [
    ...[title, columns, ...header.map(({ label, value }) => `${label}：${value}`)],
    ...findings.flatMap((finding) => [
      ...[`${finding.number}${finding.heading}${finding.lead}`, ...finding.conditions.map((each) => `・${each}`)],
      ...[finding.recommendationHead + finding.recommendation, ...finding.measures.map((each) => `・${each}`)],
      finding.measureClass + finding.measureDate,
    ]),
  ]
}

function denseRow(cells: readonly string[]): readonly string[] {
  return cells.map(dense)
}

async function saveAs(page: Page, format: RegExp): Promise<Uint8Array> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'ファイルに保存' }).click()
  await page.getByRole('menuitem', { name: format }).click()
  return readFile(await (await download).path())
}
