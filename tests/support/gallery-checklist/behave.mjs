// Tries the checklist in the built gallery: one row drawn a tap, going on, undo, failed saves, colleagues' edits, the keyboard alone.
// Usage: node tests/support/gallery-checklist/behave.mjs
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const cache = fileURLToPath(new URL('../../../.cache/gallery-checklist/', import.meta.url))
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const file = join(cache, path === '/' ? 'index.html' : path)
  if (!existsSync(file)) return response.writeHead(204).end()
  response
    .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    .end(readFileSync(file))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})

async function opened(address, query = '') {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' })
  page.on('pageerror', (error) => assert.fail(error))
  await page.goto(`http://127.0.0.1:${server.address().port}/?${query}#/audits/audit-1/checklist/${address}`)
  await page.waitForSelector('[data-question]')
  await page.waitForTimeout(300)
  return page
}
const row = (page, id) => page.locator(`[data-question="${id}"]`)
const radio = (page, id, word) => row(page, id).getByRole('radio', { name: word, exact: true })
const here = (page) => page.url().split('/').at(-1)

async function test(title, run) {
  try {
    await run()
    console.log(`ok ${title}`)
  } catch (error) {
    console.error(`FAILED ${title}\n${error.stack}`)
    process.exitCode = 1
  }
}

await test('a tap draws its own row again and no other', async () => {
  const page = await opened('A11')
  await page.evaluate(() => Object.keys(drawn).forEach((name) => delete drawn[name]))
  await radio(page, 'A11', '不適合').check({ force: true })
  await page.waitForTimeout(100)
  const drawn = await page.evaluate(() => ({ ...globalThis.drawn }))
  assert.equal(drawn.AnswerRow, 1)
  assert.equal(drawn.AnswerButtons, 1)
  assert.equal(here(page), 'A11')
})

await test('適合 goes on to the next unanswered question, into view and focus; 元に戻す takes it back', async () => {
  const page = await opened('A11')
  await radio(page, 'A11', '適合').check({ force: true })
  await page.waitForURL(/A12$/)
  await page.waitForTimeout(100)
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-question]')?.dataset.question), 'A12')
  assert.equal(await page.locator('.undo-bar .words').innerText(), 'A11 を「適合」に変更')
  await page.getByRole('button', { name: /元に戻す/ }).click()
  await page.waitForTimeout(100)
  assert.equal(await radio(page, 'A11', '適合').isChecked(), false)
})

await test('two quick taps on one question do not conflict with each other', async () => {
  const page = await opened('A11')
  await page.evaluate(() => {
    const inputs = document.querySelectorAll('[data-question="A11"] input[type=radio]')
    inputs[0].click()
    inputs[1].click()
  })
  await page.waitForTimeout(300)
  assert.equal(await row(page, 'A11').getByText('確認が必要').count(), 0)
  assert.equal(await radio(page, 'A11', '不適合').isChecked(), true)
})

await test('a save that failed does not leave the answer on the screen', async () => {
  const page = await opened('A11', 'fails')
  await radio(page, 'A11', '不適合').check({ force: true })
  await page.waitForTimeout(150)
  assert.equal(await radio(page, 'A11', '不適合').isChecked(), false)
})

await test("a colleague's edit is offered and does not replace what is being typed", async () => {
  const page = await opened('A06')
  const note = page.getByRole('textbox', { name: '所見' })
  await note.fill('入力中の文')
  await page.evaluate(() => remoteNote('佐藤の所見'))
  await page.waitForTimeout(100)
  assert.equal(await note.inputValue(), '入力中の文')
  await page.getByText('佐藤さんが更新しました').waitFor()
  await page.getByRole('button', { name: '表示', exact: true }).click()
  assert.equal(await note.inputValue(), '佐藤の所見')
})

await test('the keyboard alone answers: arrows move, space chooses', async () => {
  const page = await opened('A12')
  await radio(page, 'A12', '適合').focus()
  await page.keyboard.press('ArrowRight')
  assert.equal(await radio(page, 'A12', '不適合').isChecked(), false)
  await page.keyboard.press('Space')
  await page.waitForTimeout(100)
  assert.equal(await radio(page, 'A12', '不適合').isChecked(), true)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.waitForURL(/A13$/)
})

await test('残りをすべて対象外にする answers the rest of the section and can be undone at once', async () => {
  const page = await opened('B13')
  await page.getByRole('button', { name: 'この区分のその他の操作' }).click()
  await page.getByRole('menuitem', { name: '残りをすべて対象外にする' }).click()
  await page.waitForTimeout(150)
  assert.match(await page.locator('.undo-bar .words').innerText(), /残り 4問を「対象外」に変更/)
  await page.getByRole('button', { name: /元に戻す/ }).click()
  await page.waitForTimeout(150)
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0)
})

await test('the reason typed last and the judgement tapped next do not conflict', async () => {
  const page = await opened('A10')
  await page.getByLabel('対象外の理由').fill('閉域のため')
  await radio(page, 'A10', '不適合').check({ force: true })
  await page.waitForTimeout(300)
  assert.equal(await row(page, 'A10').getByText('確認が必要').count(), 0)
  assert.equal(await radio(page, 'A10', '不適合').isChecked(), true)
})

await test('an item is added in the open question and its answer counts', async () => {
  const page = await opened('A08')
  await row(page, 'A08').getByLabel('機器番号・ホスト名').fill('SV-09')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(150)
  await row(page, 'A08')
    .getByRole('group', { name: 'A08 SV-09、判定' })
    .getByRole('radio', { name: '不適合' })
    .check({ force: true })
  await page.waitForTimeout(150)
  await row(page, 'A08').getByText('4台のうち1台が不適合').first().waitFor()
})

await test('指摘にする drafts a finding and the strip then opens it', async () => {
  const page = await opened('A05')
  await page.getByRole('button', { name: /指摘にする/ }).click()
  await page.getByRole('button', { name: /指摘 ２（２）の下書き/ }).click()
  await page.waitForURL(/findings\//)
})

await browser.close()
server.close()
