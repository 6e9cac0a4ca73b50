// How the checklist behaves in a browser: one row drawn a tap, going on, undo, failed saves, colleagues' edits, the keyboard alone.
import { expect, test, type Page } from '@playwright/test'
import { serveGallery, type Gallery } from '../support/gallery-checklist/serveGallery.ts'

declare global {
  /** The gallery's own: component name → how often it was drawn again. */
  var drawn: Map<string, number>
  /** The gallery's own: a colleague's note on A06 arrives. */
  var remoteNote: (text: string) => void
}

let gallery: Gallery

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.beforeAll(async () => {
  gallery = await serveGallery()
})
test.afterAll(() => gallery.stop())

async function open(page: Page, question: string, query = ''): Promise<void> {
  await page.goto(`${gallery.origin}/?${query}#/audits/audit-1/checklist/${question}`)
  await page.locator(`[data-question="${question}"]`).waitFor()
}
const row = (page: Page, id: string) => page.locator(`[data-question="${id}"]`)
const radio = (page: Page, id: string, word: string) => row(page, id).getByRole('radio', { name: word, exact: true })
const undoWords = (page: Page) => page.locator('.undo-bar .words')
const focusedQuestion = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset['question'])

test('a tap draws its own row again and no other', async ({ page }) => {
  await open(page, 'A11')
  await page.evaluate(() => drawn.clear())
  await radio(page, 'A11', '不適合').check({ force: true })
  await expect(undoWords(page)).toHaveText('A11 を「不適合」に変更')
  expect(await page.evaluate(() => [drawn.get('AnswerRow'), drawn.get('AnswerButtons')])).toEqual([1, 1])
  expect(page.url()).toMatch(/A11$/)
})

test('適合 goes on to the next unanswered question; 元に戻す takes it back and shows it', async ({ page }) => {
  await open(page, 'A11')
  await radio(page, 'A11', '適合').check({ force: true })
  await page.waitForURL(/A12$/)
  await expect.poll(() => focusedQuestion(page)).toBe('A12')
  await expect(undoWords(page)).toHaveText('A11 を「適合」に変更')
  await page.getByRole('button', { name: /元に戻す/ }).click()
  await page.waitForURL(/A11$/)
  await expect(radio(page, 'A11', '適合')).not.toBeChecked()
})

test('two quick taps on one question do not conflict with each other', async ({ page }) => {
  await open(page, 'A11')
  await page.evaluate(() => {
    const inputs = document.querySelectorAll<HTMLInputElement>('[data-question="A11"] input[type=radio]')
    inputs[0]?.click()
    inputs[1]?.click()
  })
  await expect(undoWords(page)).toHaveText('A11 を「不適合」に変更')
  await expect(row(page, 'A11').getByText('確認が必要')).toHaveCount(0)
  await expect(radio(page, 'A11', '不適合')).toBeChecked()
})

test('a save that failed does not leave the answer on the screen', async ({ page }) => {
  await open(page, 'A11', 'fails')
  await radio(page, 'A11', '不適合').check({ force: true })
  await expect(radio(page, 'A11', '不適合')).not.toBeChecked()
})

test("a colleague's edit is offered and does not replace what is being typed", async ({ page }) => {
  await open(page, 'A06')
  const note = page.getByRole('textbox', { name: '所見' })
  await note.fill('入力中の文')
  await page.evaluate(() => remoteNote('佐藤の所見'))
  await page.getByText('佐藤さんが更新しました').waitFor()
  await expect(note).toHaveValue('入力中の文')
  await page.getByRole('button', { name: '表示', exact: true }).click()
  await expect(note).toHaveValue('佐藤の所見')
})

test('the keyboard alone answers: arrows move, space and enter choose', async ({ page }) => {
  await open(page, 'A12')
  await radio(page, 'A12', '適合').focus()
  await page.keyboard.press('ArrowRight')
  await expect(radio(page, 'A12', '不適合')).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(undoWords(page)).toHaveText('A12 を「不適合」に変更')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.waitForURL(/A13$/)
})

test('残りをすべて対象外にする says how many, takes one reason for all, and is undone at once', async ({ page }) => {
  await open(page, 'B13')
  await page.getByRole('button', { name: 'この区分のその他の操作' }).click()
  await page.getByRole('menuitem', { name: '残りをすべて対象外にする' }).click()
  const dialog = page.getByRole('alertdialog', { name: /未回答 4問を対象外にしますか/ })
  await dialog.getByRole('textbox', { name: '対象外の理由' }).fill('この事務では使っていない。')
  await dialog.getByRole('button', { name: '対象外にする' }).click()
  await expect(undoWords(page)).toHaveText(/残り 4問を「対象外」に変更/)
  await expect(page.getByRole('textbox', { name: '対象外の理由' })).toHaveValue('この事務では使っていない。')
  await page.getByRole('button', { name: /元に戻す/ }).click()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('the reason typed last and the judgement tapped next do not conflict', async ({ page }) => {
  await open(page, 'A10')
  await page.getByLabel('対象外の理由').fill('閉域のため')
  await radio(page, 'A10', '不適合').check({ force: true })
  await expect(undoWords(page)).toHaveText('A10 を「不適合」に変更')
  await expect(row(page, 'A10').getByText('確認が必要')).toHaveCount(0)
  await expect(radio(page, 'A10', '不適合')).toBeChecked()
})

test('an item is added in the open question and its answer counts', async ({ page }) => {
  await open(page, 'A08')
  await row(page, 'A08').getByLabel('機器番号・ホスト名').fill('SV-09')
  await page.keyboard.press('Enter')
  const answers = row(page, 'A08').getByRole('group', { name: 'A08 SV-09、判定' })
  await answers.getByRole('radio', { name: '不適合' }).check({ force: true })
  await row(page, 'A08').getByText('4台のうち1台が不適合').first().waitFor()
})

test('指摘にする drafts a finding, and the strip then opens it', async ({ page }) => {
  await open(page, 'A05')
  await page.getByRole('button', { name: /指摘にする/ }).click()
  await page.getByRole('button', { name: /指摘 ２（２）の下書き/ }).click()
  await page.waitForURL(/findings\//)
})

test('the list of what is left leads from the dialog to the question', async ({ page }) => {
  await open(page, 'A11')
  await page.getByRole('button', { name: '点検を完了' }).first().click()
  await page.getByRole('button', { name: 'A05 理由を書く' }).click()
  await page.waitForURL(/A05$/)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect.poll(() => focusedQuestion(page)).toBe('A05')
})

test('media are added, judged, taken off and brought back in their list', async ({ page }) => {
  await page.goto(`${gallery.origin}/#/audits/audit-1/roster/media`)
  const answers = page.getByRole('group', { name: /^B05 AA04-7715/ })
  await answers.getByRole('radio', { name: '適合', exact: true }).check({ force: true })
  const tag = page.getByLabel('管理番号・シリアル番号')
  await tag.fill('USB-015')
  await page.keyboard.press('Enter')
  await expect(tag).toHaveValue('')
  await expect(tag).toBeFocused()
  await page.getByRole('link', { name: /^B05/ }).getByText('4/6 回答').waitFor()
  await page.getByRole('button', { name: 'USB-015 を直す' }).click()
  await page.getByRole('button', { name: '一覧から外す' }).click()
  await expect(page.getByText('USB-015', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: /元に戻す/ }).click()
  await page.getByText('USB-015', { exact: true }).waitFor()
})
