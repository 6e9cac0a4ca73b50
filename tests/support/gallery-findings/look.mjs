// Takes screenshots of the built gallery into .cache/gallery-findings-shots; fails on console errors (a violation of the Content
// Security Policy is one), sideways scrolling, small targets and axe violations.
// Usage: node tests/support/gallery-findings/look.mjs [part of a shot's name]
import { createServer } from 'node:http'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { chromium } from '@playwright/test'

/** @typedef {import('@playwright/test').Page} Page */

const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))
const types = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
])
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const file = join(cache, 'gallery-findings', path === '/' ? 'index.html' : path)
  // Browsers ask for an icon on their own.
  if (!existsSync(file)) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
  response
    .writeHead(200, { 'content-type': types.get(extname(file)) ?? 'application/octet-stream' })
    .end(readFileSync(file))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const address = server.address()
const port = address !== null && typeof address === 'object' ? address.port : 0

const sizes = { landscape: [1180, 820], portrait: [820, 1180], desk: [1440, 900], phone: [390, 844] }
/** @param {string} id */
const finding = (id) => `/audits/audit-1/findings/${id}`
const list = '/audits/audit-1/findings'
const conflicts = '/audits/audit-1/conflicts'
const reportPage = '/audits/audit-1/report'

/** @param {Page} page */
const later = (page) => page.getByRole('button', { name: /あとで決める|Decide later/ }).click()
/** @param {Page} page */
const goToMeasures = (page) => page.getByRole('button', { name: /^(措置へ|Measures \()/ }).click()
/** @param {Page} page */
const toMeasures = (page) => later(page).then(() => goToMeasures(page))
/** @param {Page} page */
const openHistory = (page) =>
  page
    .getByRole('button', { name: /^履歴$|^History$/ })
    .first()
    .click()
/** @param {Page} page */
const add = (page) =>
  page
    .getByRole('button', { name: /^指摘を追加$|^Add$/ })
    .first()
    .click()
/** @param {Page} page */
const openMenu = (page) => page.getByRole('button', { name: 'そのほかの操作' }).click()
/** @param {Page} page */
async function withdraw(page) {
  await openMenu(page)
  await page.getByRole('menuitem', { name: '取り下げる' }).click()
}
/** @param {Page} page */
async function choose(page) {
  await page.locator('.merged-head').click()
  await page.locator('.tiles .version').first().click()
}
/** @param {Page} page */
async function settle(page) {
  await choose(page)
  await page.getByRole('button', { name: 'この内容で確定' }).click()
  await openHistory(page)
}
/** @param {Page} page */
async function showRemoved(page) {
  await later(page)
  const removed = page.locator('.measures summary').last()
  await removed.click()
  await removed.scrollIntoViewIfNeeded()
}

/**
 * Name, size, query, address, what to do first.
 * @type {[string, keyof typeof sizes, string, string, ((page: Page) => Promise<unknown>)?][]}
 */
const shots = [
  ['settle', 'landscape', '', finding('B01')],
  ['settle', 'portrait', 'theme=dark', finding('B01')],
  ['settle', 'desk', 'lang=en', finding('B01')],
  ['settle', 'landscape', 'theme=contrast', finding('B01')],
  ['settle', 'phone', '', finding('B01')],
  ['chosen', 'landscape', '', finding('B01'), choose],
  ['edit', 'landscape', '', finding('A02')],
  ['edit', 'portrait', '', finding('A02')],
  ['edit', 'desk', '', finding('A02')],
  ['edit', 'desk', 'theme=dark&lang=en', finding('A02')],
  ['edit', 'portrait', 'theme=dark&lang=en', finding('A02')],
  ['edit', 'landscape', 'theme=contrast', finding('A02')],
  ['edit', 'phone', '', finding('A02')],
  ['edit', 'landscape', 'scale=200', finding('A02')],
  ['edit', 'landscape', 'gloves=1', finding('A02')],
  ['measures', 'landscape', '', finding('B01'), toMeasures],
  ['measures', 'portrait', 'theme=dark&lang=en', finding('B01'), toMeasures],
  ['measures', 'portrait', '', finding('A02'), goToMeasures],
  ['measures', 'phone', '', finding('A02'), goToMeasures],
  ['removed', 'landscape', '', finding('B01'), showRemoved],
  ['later', 'desk', '', finding('B01'), later],
  ['later', 'portrait', '', finding('B01'), later],
  ['planned', 'landscape', '', finding('C02')],
  ['withdrawn', 'landscape', '', finding('A12')],
  ['menu', 'landscape', '', finding('A02'), openMenu],
  ['withdraw', 'portrait', '', finding('A02'), withdraw],
  ['list', 'portrait', '', list],
  ['list', 'portrait', 'theme=dark&lang=en', list],
  ['list', 'landscape', '', list],
  ['list', 'phone', '', list],
  ['raise', 'landscape', '', finding('A02'), add],
  ['raise', 'portrait', 'theme=dark&lang=en', list, add],
  ['history', 'landscape', '', finding('B01'), openHistory],
  ['history', 'portrait', 'theme=dark&lang=en', finding('B01'), openHistory],
  ['settled', 'landscape', '', finding('B01'), settle],
  ['empty', 'landscape', 'empty=1', list],
  ['empty', 'portrait', 'empty=1&theme=dark&lang=en', list],
  ['conflicts', 'landscape', '', conflicts],
  ['conflicts', 'portrait', 'theme=dark&lang=en', conflicts],
  ['conflicts', 'desk', '', conflicts],
  ['none', 'landscape', 'empty=1', conflicts],
  ['report', 'landscape', '', reportPage],
  ['report', 'portrait', '', reportPage],
  ['report', 'desk', 'theme=dark', reportPage],
  ['report', 'landscape', 'theme=contrast&lang=en', reportPage],
  ['report', 'phone', '', reportPage],
  ['blank', 'landscape', 'empty=1', reportPage],
]

const wanted = process.argv[2] ?? ''
const out = join(cache, 'gallery-findings-shots')
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
const context = await browser.newContext({ reducedMotion: 'reduce' })
for (const [page, size, query, address, act] of shots) {
  const name = [page, size, query.replaceAll(/[=&]/g, '-')].filter(Boolean).join('-')
  if (!name.includes(wanted)) continue
  const [width = 0, height = 0] = sizes[size]
  const tab = await context.newPage()
  await tab.setViewportSize({ width, height })
  tab.on('console', (message) => {
    if (message.type() === 'error') report(name, message.text())
  })
  tab.on('pageerror', (error) => report(name, error.stack ?? error.message))
  await tab.goto(`http://127.0.0.1:${port}/?${query}#${address}`)
  await tab.waitForSelector('main *')
  await tab.waitForTimeout(200)
  await act?.(tab)
  await tab.waitForTimeout(200)
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (overflow > 0) report(name, `wider than the screen by ${overflow} px`)
  await tab.screenshot({ path: join(out, `${name}.png`) })
  const axe = await new AxeBuilder({ page: tab })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  for (const { id, nodes } of axe.violations)
    report(
      name,
      `axe ${id}: ${nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 140))
        .join(' | ')}`,
    )
  for (const small of await tab.evaluate(smallTargets)) report(name, `small target ${small}`)
  await tab.close()
}
await browser.close()
server.close()

/** Controls under 48 px, but for the native parts that are hidden behind a larger label. */
function smallTargets() {
  return [
    ...document.querySelectorAll(
      'main button, main a, main label:has(input), main input:not([type=radio]):not([type=checkbox])',
    ),
  ]
    .filter((target) => target.checkVisibility())
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && (box.width < 47.5 || box.height < 47.5))
    .map(({ target, box }) => `${target.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`)
}

/**
 * @param {string} name
 * @param {string} text
 */
function report(name, text) {
  console.error(`${name}: ${text}`)
  process.exitCode = 1
}
