// An audit without touching the screen: Tab, Enter, Space, the arrows and letters reach everything from the first start to the report.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { startGenbaServer, type GenbaServer } from '../support/startGenbaServer.ts'

/** More stops than any screen has: going round once more would find nothing new. */
const mostStops = 120

let server: GenbaServer

test.beforeAll(async () => {
  server = await startGenbaServer()
})

test.afterAll(() => server.dispose())

test('the keyboard alone goes from the first start to the report', async ({ page }) => {
  await page.goto(server.origin)

  await test.step('a name, and a new audit', async () => {
    await tabTo(page, page.getByLabel('お名前'))
    await page.keyboard.type('田中')
    await page.keyboard.press('Enter')
    await press(page, page.getByRole('link', { name: '新しい監査' }).first())
    await type(page, page.getByLabel('所管所属'), '健康局')
    await type(page, page.getByLabel('監査の対象'), '予約システムに関する事務')
    await press(page, page.getByRole('button', { name: '作成して点検へ' }))
    await expect(page).toHaveURL(/\/checklist\//)
  })

  const answers = page.getByRole('group', { name: /^A03 .*、判定$/ })
  await test.step('an answer is reached with the arrows, which record nothing on the way', async () => {
    await press(page, page.getByRole('button', { name: /^A03/ }))
    await tabTo(page, answers.getByRole('radio').first())
    await page.keyboard.press('ArrowRight')
    await expect(answers.getByRole('radio', { name: '不適合' })).toBeFocused()
    await expect(answers.getByRole('radio', { checked: true })).toHaveCount(0)
    await page.keyboard.press('Space')
    await expect(answers.getByRole('radio', { name: '不適合' })).toBeChecked()
  })

  await test.step('the sheet of keys opens with ? and closes with Esc', async () => {
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'キーボードの操作' })
    await expect(sheet).toContainText('次の未回答')
    await page.keyboard.press('1')
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(answers.getByRole('radio', { name: '不適合' })).toBeChecked()
  })

  await test.step('single keys answer, go on and come back', async () => {
    await page.keyboard.press('3')
    await expect(answers.getByRole('radio', { name: '一部' })).toBeChecked()
    await page.keyboard.press('2')
    await expect(answers.getByRole('radio', { name: '不適合' })).toBeChecked()
    await page.keyboard.press('j')
    await expect(page).toHaveURL(/\/A04$/)
    await page.keyboard.press('k')
    await expect(page).toHaveURL(/\/A03$/)
    await page.keyboard.press('n')
    await expect(page).toHaveURL(/\/A04$/)
    await page.keyboard.press('k')
    await expect(page).toHaveURL(/\/A03$/)
  })

  await test.step('what the keys did is taken back in words, one by one', async () => {
    await expect(page.locator('.undo-bar [role=status]')).toHaveText('A03 を「不適合」に変更')
    await page.keyboard.press('Control+z')
    await expect(answers.getByRole('radio', { name: '一部' })).toBeChecked()
    await page.keyboard.press('2')
    await expect(answers.getByRole('radio', { name: '不適合' })).toBeChecked()
  })

  await test.step('the filter is chosen from its list', async () => {
    await press(page, page.getByRole('button', { name: '絞り込み' }).filter({ visible: true }))
    await expect(page.getByRole('menuitemradio', { name: /^不適合/ })).toContainText('1')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/filter=/)
    await press(page, page.getByRole('button', { name: 'すべて', exact: true }).filter({ visible: true }))
    await expect(page).not.toHaveURL(/filter=/)
  })

  await test.step('a note by its key; letters in it are letters', async () => {
    await page.keyboard.press('e')
    await expect(page.getByRole('textbox', { name: '所見' })).toBeFocused()
    await page.keyboard.type('jn12')
    await expect(page.getByRole('textbox', { name: '所見' })).toHaveValue('jn12')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('textbox', { name: '所見' })).not.toBeFocused()
  })

  await test.step('what was written is found, and opens where it stands', async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('ＪＮ１２')
    const hit = page.getByRole('link', { name: /^所見.*A03/ })
    await expect(hit.locator('mark')).toHaveText('jn12')
    await press(page, hit)
    await expect(page).toHaveURL(/\/checklist\/A03$/)
    await expect(page.locator('#details-A03')).toBeVisible()
  })

  await test.step('a note, and a finding from the answer', async () => {
    await type(page, page.getByRole('textbox', { name: '所見' }), '保守の終わった版が使われている。')
    await press(page, page.getByRole('button', { name: /指摘にする/ }))
    const opened = page.getByRole('button', { name: /指摘 .*開く/ })
    await expect(async () => {
      expect((await opened.count()) > 0 || /\/findings\//.test(page.url())).toBe(true)
    }).toPass()
    if (!/\/findings\//.test(page.url())) await press(page, opened)
    await expect(page).toHaveURL(/\/findings\/.+/)
  })

  await test.step('a measure with its day, typed as a Japanese date', async () => {
    await press(page, page.getByRole('group', { name: '措置を追加' }).getByRole('button', { name: '応急・是正' }))
    const card = page.getByRole('article', { name: /^措置/ })
    await type(page, card.getByRole('textbox', { name: '措置内容' }), '後継の版に入れ替えた。')
    await tabTo(page, card.getByRole('radio', { name: '措置済' }))
    await page.keyboard.press('Space')
    await expect(card.getByRole('radio', { name: '措置済' })).toBeChecked()
    await type(page, card.getByRole('textbox', { name: /和暦で入力/ }), '令和6年3月7日')
  })

  await test.step('the report, up to the button that prints', async () => {
    await press(page, page.getByRole('link', { name: '報告書を確認' }).first())
    await expect(page.getByRole('region', { name: '報告書の見本' })).toContainText('後継の版に入れ替えた。')
    await tabTo(page, page.getByRole('button', { name: /印刷・PDF/ }))
  })
})

/** Goes on with Tab until the element has the focus, and expects the focus to be seen there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport()
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${String(target)}`)
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}
