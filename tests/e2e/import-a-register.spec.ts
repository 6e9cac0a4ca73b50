// A register arrives as the unit's office has it: CP932, titles above the header, columns in their own order. It becomes a list of the
// audit, can be taken back in one piece, and doubles nothing when it is imported again.
import { expect, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, go } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { encodeCp932 } from '../support/encodeCp932.ts'
import { makeWorkbook } from '../support/makeWorkbook.ts'

const register = [
  '電磁的記録媒体管理簿',
  '所属：,健康局　保健所管理課,,,',
  '令和6年4月1日現在,,,,',
  '',
  'No.,管理番号,品　名,容量,登録年月日',
  '1,USB-健保-014,USBメモリ（白）,32GB,R3.4.1',
  '2,CDR-健保-003,CD-R,700MB,R2.3.15',
  '3,USB-健保-015,"USBメモリ（髙橋①）',
  '予備",16GB,R5.6.1',
  '4,,名札なし,,',
  '5,ＵＳＢ-健保-014,USBメモリ（二重）,32GB,R3.4.1',
  '以上,,,,',
].join('\r\n')

const asFile = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

/** A question has a field for files as well: the screen must have come first. */
async function chooseFile(page: Page, file: ReturnType<typeof asFile>): Promise<void> {
  await page.getByRole('heading', { name: '一覧の取り込み' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(file)
}

const count = (page: Page, word: string) => page.getByRole('listitem').filter({ hasText: word }).locator('b')
const listed = (page: Page, number: number) => page.getByRole('link', { name: `媒体一覧 ${number}` })

test('a CP932 register of media becomes the list, can be taken back, and is never doubled', async ({ openTablet }) => {
  const { page, beginAs } = await openTablet().then((tablet) => ({
    page: tablet.page,
    beginAs: (name: string) => tablet.beginAs(name),
  }))
  await beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await go(page, `${audit}/roster/media`)
  await page.getByRole('link', { name: '一覧を取り込む' }).click()

  await test.step('the header is found below the titles, the columns are known, each problem names its row', async () => {
    await chooseFile(page, asFile('管理簿.csv', encodeCp932(register)))
    await expect(page.getByLabel('文字コード')).toHaveValue('shift_jis')
    await expect(page.getByLabel('見出しの行')).toContainText('5行目')
    await expect(page.getByLabel('「管理番号」の列は')).toHaveValue('tag')
    await expect(page.getByLabel('「品 名」の列は')).toHaveValue('name')
    await expect(page.getByLabel('「容量」の列は')).toHaveValue('detail')
    await expect(count(page, '新しく加える')).toHaveText('3')
    await expect(count(page, '取り込まない').first()).toHaveText('3')
    await expect(page.getByText('「ＵＳＢ-健保-014」は 6行目にもあります。')).toBeVisible()
  })

  await test.step('another encoding shows at once what it would make of the file', async () => {
    await page.getByLabel('文字コード').selectOption('utf-8')
    await expect(page.getByText(/読めない文字のある行が/)).toBeVisible()
    await page.getByLabel('文字コード').selectOption('shift_jis')
    await expect(count(page, '新しく加える')).toHaveText('3')
  })

  await test.step('imported, the entries stand in the list', async () => {
    await page.getByRole('button', { name: '3件を取り込む' }).click()
    await expect(page.getByText('媒体一覧に 3件を取り込みました')).toBeVisible()
    await page.getByRole('link', { name: '媒体一覧へ' }).click()
    await expect(listed(page, 3)).toBeVisible()
    for (const number of ['USB-健保-014', 'CDR-健保-003', 'USB-健保-015'])
      await expect(page.getByText(number, { exact: true }).first()).toBeVisible()
    await expect(page.getByText('USBメモリ（髙橋①） 予備').first()).toBeVisible()
  })

  await test.step('one undo takes all of it back', async () => {
    await page.getByRole('button', { name: '元に戻す 管理簿.csv から 3件を取り込み' }).click()
    await expect(listed(page, 0)).toBeVisible()
  })

  await test.step('imported again it is there again, with the columns as they were; once more, and nothing is new', async () => {
    for (const [added, unchanged] of [
      ['3', '0'],
      ['0', '3'],
    ] as const) {
      await page.getByRole('link', { name: '一覧を取り込む' }).click()
      await chooseFile(page, asFile('管理簿.csv', encodeCp932(register)))
      await expect(page.getByText(/前に同じ見出しのファイルを取り込んだとき/)).toBeVisible()
      await expect(count(page, '新しく加える')).toHaveText(added)
      await expect(count(page, '登録済み・同じ')).toHaveText(unchanged)
      if (added === '0') await expect(page.getByText('新しい行も、変わった行もありません。')).toBeVisible()
      else await page.getByRole('button', { name: `${added}件を取り込む` }).click()
      await page.getByRole('link', { name: added === '0' ? 'やめる' : '媒体一覧へ' }).click()
    }
    await expect(listed(page, 3)).toBeVisible()
  })

  await test.step('a changed row is listed anew, a workbook reads like the text it came from', async () => {
    await page.getByRole('link', { name: '一覧を取り込む' }).click()
    const workbook = makeWorkbook({
      sheets: [
        { name: '表紙', rows: [] },
        {
          name: '媒体',
          rows: [
            ['管理番号', '品名', '登録年月日'],
            ['USB-健保-014', 'USBメモリ（灰）', { value: 44_287, format: '[$-411]ggge"年"m"月"d"日"' }],
          ],
        },
      ],
    })
    await chooseFile(page, asFile('管理簿.xlsx', workbook))
    await expect(page.getByLabel('シート')).toContainText('媒体')
    await expect(page.getByRole('cell', { name: '令和3年4月1日' })).toBeVisible()
    await expect(count(page, '内容が変わる')).toHaveText('1')
    await page.getByRole('button', { name: '1件を取り込む' }).click()
    await page.getByRole('link', { name: '媒体一覧へ' }).click()
    await expect(page.getByText('USBメモリ（灰）').first()).toBeVisible()
    await expect(listed(page, 3)).toBeVisible()
  })
})

test('a register of 2,000 rows is imported in parts, and taken back as one', async ({ openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  const rows = Array.from({ length: 2_000 }, (_, at) => `M-${String(at + 1).padStart(4, '0')},シリアル${at},機器${at}`)
  await go(page, `${audit}/roster/machines/import`)
  await chooseFile(page, asFile('台帳.csv', ['管理番号,製造番号,品名', ...rows].join('\n')))
  await page.getByRole('button', { name: '台帳' }).click()
  await page.getByRole('button', { name: '2,000件を取り込む' }).click()
  await expect(page.getByText('機器一覧に 2,000件を取り込みました')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: /^元に戻す 台帳\.csv から 2,?000件を取り込み/ }).click()
  await expect(count(page, '新しく加える')).toHaveText('2,000', { timeout: 60_000 })
})

test('a file that is no register is refused with what to do', async ({ openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  await go(page, `${auditPath(page)}/roster/media/import`)
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
  await chooseFile(page, asFile('管理簿.xls', old))
  await expect(page.getByRole('alert').getByText(/「名前を付けて保存」から \.xlsx か CSV にして/)).toBeVisible()
  await chooseFile(page, asFile('画像.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])))
  await expect(page.getByRole('alert').getByText('表のファイルではありません。', { exact: false })).toBeVisible()

  await test.step('one that is dropped on the page at the desk is read like one that is chosen', async () => {
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['管理番号\nUSB-001\nUSB-002'], '管理簿.csv'))
      return transfer
    })
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })
    await expect(count(page, '新しく加える')).toHaveText('2')
  })
})
