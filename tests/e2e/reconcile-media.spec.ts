// The published case of the recording media, as it is met on site and without a network: the unit's register as its office has it, five
// sticks on the table of which one is registered and none was ever checked, and the sentence that the report says of them.
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, go } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { encodeCp932 } from '../support/encodeCp932.ts'
import { makeLabelVideo } from '../support/makeLabelVideo.ts'

const register = [
  '電磁的記録媒体管理簿',
  '所属：,健康局　保健所管理課,,',
  '',
  'No.,管理番号,シリアル番号,品名,登録年月日',
  '1,USB-健保-014,0781-5583-0142,ＵＳＢ,R3.4.1',
  '2,CDR-健保-003,,CD-R,R2.3.15',
].join('\r\n')

/** What the camera sees: the one that is registered, and two that are not. */
const labels = [
  { text: 'USB-健保-014', format: 'QRCode' },
  { text: '4C53-0001-27B8', format: 'Code128' },
  { text: '4C53-0001-27C1', format: 'DataMatrix' },
] as const
const typed = 'AA04-0128-7715'
const unnumbered = '番号なし 1'
const sticks = [labels[0].text, labels[1].text, labels[2].text, typed, unnumbered] as const

/** The report that was published, on the makers' machines only: its counts must come out, its words stay where they are. */
const path = new URL('../../../shared/domain/published-report.txt', import.meta.url)
const published = existsSync(path) ? readFileSync(path, 'utf8').replace(/\s+/g, '').normalize('NFKC') : undefined

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'genba-camera-'))
    const film = join(folder, 'labels.y4m')
    await writeFile(film, await makeLabelVideo(labels))
    const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] })
    await rm(folder, { recursive: true, force: true })
  },
})

const tile = (page: Page, word: string): Locator =>
  page.getByRole('group', { name: '表示する媒体' }).getByRole('button', { name: new RegExp(`${word}$`) })
const line = (page: Page, text: string): Locator =>
  page.getByRole('list', { name: '媒体の照合' }).getByRole('button').filter({ hasText: text })
const panel = (page: Page): Locator => page.getByRole('complementary', { name: '選択中の媒体' })
const scanDialog = (page: Page): Locator => page.getByRole('dialog', { name: '現物をスキャン' })
const number = (within: Page | Locator): Locator =>
  within.getByRole('textbox', { name: '管理番号・シリアル番号を入力' })

test('five sticks, one registered, none checked: scanned, typed and pointed at without a network', async ({
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await tablet.setOffline(true)
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  await go(tablet.page, `${audit}/media`)

  await test.step('the register is imported as the office has it', async () => {
    const { page } = tablet
    await page.getByRole('link', { name: '管理簿を取り込む' }).click()
    const file = { name: '管理簿.csv', mimeType: 'text/csv', buffer: Buffer.from(encodeCp932(register)) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: '2件を取り込む' }).click()
    await expect(page.getByText('媒体一覧に 2件を取り込みました')).toBeVisible()
    await page.getByRole('link', { name: '媒体照合へ' }).click()
    await expect(tile(page, '現物未確認')).toHaveText(/^2/)
  })

  await test.step('without the camera the reason is said, and typing goes on', async () => {
    const { page } = tablet
    await page.getByRole('button', { name: '現物をスキャン' }).click()
    await expect(scanDialog(page).getByRole('alert')).toContainText('カメラの使用が許可されていません')
    await expect(number(scanDialog(page))).toBeFocused()
    await number(scanDialog(page)).fill(typed)
    await page.keyboard.press('Enter')
    await expect(scanDialog(page).getByRole('status')).toHaveText(`未登録 ${typed}`)
    await page.keyboard.press('Escape')
  })

  await test.step('a number that was seen is no second medium until somebody says so, and that is undone', async () => {
    const { page } = tablet
    await number(page).fill(typed.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '同じ番号の別の現物' }).click()
    await expect(tile(page, '二重')).toHaveText(/^1/)
    await page.getByRole('button', { name: /^元に戻す/ }).click()
    await expect(tile(page, '二重')).toHaveCount(0)
  })

  await test.step('the camera reads QR, Code 128 and Data Matrix one after the other', async () => {
    const { page } = tablet
    await page.context().grantPermissions(['camera'])
    await pretendLight(page)
    await page.getByRole('button', { name: '現物をスキャン' }).click()
    await scanDialog(page).getByRole('button', { name: 'ライトを点ける' }).click()
    await expect(scanDialog(page).getByRole('button', { name: 'ライトを消す' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.dataset['light'])).toBe('{"advanced":[{"torch":true}]}')
    await expect(scanDialog(page).getByText('確認 3本')).toBeVisible({ timeout: 60_000 })
    await scanDialog(page).getByRole('button', { name: 'スキャンを終える' }).click()
    for (const { text } of labels) await expect(line(page, text)).toBeVisible()
    await expect(line(page, labels[0].text)).toContainText('一致')
  })

  await test.step('one has no number, and nothing is lost with the browser', async () => {
    await tablet.page.getByRole('button', { name: '番号なし' }).click()
    await expect(panel(tablet.page).getByRole('heading', { name: unnumbered })).toBeVisible()
    await tablet.killAndReopen(`${audit}/media`)
    await expectTiles(tablet.page, { すべて: 6, 一致: 1, 未登録: 4, 現物未確認: 1, チェックなし: 0 })
  })

  await test.step('none of them was ever checked', async () => {
    const { page } = tablet
    await page.getByRole('button', { name: 'チェックをまとめて記録' }).click()
    const dialog = page.getByRole('dialog', { name: 'ウイルスチェックの記録をまとめて付ける' })
    await dialog.getByRole('button', { name: '一致していて未確認の 1件を選ぶ' }).click()
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveText(/USB-健保-014/)
    await dialog.getByRole('button', { name: 'すべて選ぶ（5件）' }).click()
    await dialog.getByRole('radio', { name: 'なし' }).click()
    await dialog.getByRole('button', { name: '5件を「なし」にする' }).click()
    await expectTiles(page, { チェックなし: 5 })
    await page.getByRole('button', { name: '元に戻す 5件のウイルスチェックを「なし」に変更' }).click()
    await expectTiles(page, { チェックなし: 0 })
    for (const stick of sticks) {
      await chooseByKeys(page, stick)
      const records = panel(page).getByRole('group', { name: 'ウイルスチェックの記録' })
      await records.getByRole('radio', { name: 'なし' }).click()
      await expect(line(page, stick)).toContainText('ウイルスチェック記録なし')
      const type = panel(page).getByRole('textbox', { name: '種類・容量' })
      if (stick !== labels[0].text) await type.fill('ＵＳＢ')
      await type.blur()
    }
    await expectTiles(page, { 一致: 1, 未登録: 4, 現物未確認: 1, チェックなし: 5 })
  })

  await test.step('the question asked of each medium leads to the media, and they lead back to it', async () => {
    const { page } = tablet
    await go(page, `${audit}/checklist/B05`)
    await page.locator('#details-B05').getByRole('link', { name: '媒体照合を開く' }).click()
    await tile(page, '一致').click()
    await page.getByRole('link', { name: 'B05 に戻る' }).click()
    await expect(page).toHaveURL(/\/checklist\/B05$/)
    await go(page, `${audit}/media`)
  })

  await test.step('completed after a look at what nobody has seen; undone, and completed again', async () => {
    const { page } = tablet
    for (const isUndone of [true, false]) {
      await page.getByRole('button', { name: '照合を完了', exact: true }).click()
      const dialog = page.getByRole('alertdialog')
      await expect(dialog.getByRole('listitem')).toHaveText(/CDR-健保-003/)
      await dialog.getByRole('button', { name: '完了する' }).click()
      await expect(line(page, 'CDR-健保-003')).toContainText('所在不明')
      if (!isUndone) continue
      await page.getByRole('button', { name: '元に戻す 照合を完了' }).click()
      await expect(line(page, 'CDR-健保-003')).toContainText('未確認')
    }
    await expect(tile(page, '所在不明')).toHaveText(/^1/)
  })

  await test.step('the finding says so, in the counts that were published', async () => {
    await tablet.page.getByRole('button', { name: '指摘の下書きを作る' }).click()
    await expect(tablet.page).toHaveURL(/\/findings\/.+/)
    await tablet.killAndReopen(new URL(tablet.page.url()).pathname)
    const conditions = await tablet.page.getByRole('textbox', { name: '事実' }).inputValue()
    const counts = [/\(USB\)5本のうち4本/, /5本について/]
    for (const count of counts) {
      expect(conditions.normalize('NFKC')).toMatch(count)
      if (published !== undefined) expect(published).toMatch(count)
    }
  })

  await test.step('back at the office all of it is sent, and the way leads from the media to the finding', async () => {
    await tablet.setOffline(false)
    await expectAllSent(tablet.page)
    await go(tablet.page, `${audit}/media`)
    await tablet.page.getByRole('button', { name: /^指摘 .*を開く$/ }).click()
    await expect(tablet.page).toHaveURL(/\/findings\/.+/)
  })
})

/** The list is one stop of the Tab key, and the arrows go through it. */
async function chooseByKeys(page: Page, text: string): Promise<void> {
  const stop = page.getByRole('list', { name: '媒体の照合' }).locator('button[tabindex="0"]')
  await expect(stop).toHaveCount(1)
  await stop.focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < sticks.length && !(await isFocused(line(page, text))); step += 1)
    await page.keyboard.press('ArrowDown')
  await expect(line(page, text)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(line(page, text)).toHaveAttribute('aria-current', 'true')
}

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

/** The fake camera has no light: here it says that it has, and notes what it is asked for. */
async function pretendLight(page: Page): Promise<void> {
  await page.evaluate(() => {
    MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true }) as MediaTrackCapabilities
    MediaStreamTrack.prototype.applyConstraints = (constraints) => {
      document.documentElement.dataset['light'] = JSON.stringify(constraints)
      return Promise.resolve()
    }
  })
}

async function expectTiles(page: Page, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [word, count] of Object.entries(counts))
    await expect(tile(page, word)).toHaveText(new RegExp(`^${String(count)}\\D`))
}
