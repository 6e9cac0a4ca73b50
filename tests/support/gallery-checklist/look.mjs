// Takes screenshots of the built gallery into .cache/gallery-checklist-shots; fails on console errors, sideways scrolling and axe violations.
// Usage: node tests/support/gallery-checklist/look.mjs [part of a shot's name]
import { createServer } from 'node:http'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'

const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const file = join(cache, 'gallery-checklist', path === '/' ? 'index.html' : path)
  if (!existsSync(file)) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
  response
    .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    .end(readFileSync(file))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const port = server.address().port

const sizes = { landscape: [1180, 820], portrait: [820, 1180], desk: [1440, 900], phone: [390, 844] }
const list = (question) => `/audits/audit-1/checklist/${question}`
const roster = (kind) => `/audits/audit-1/roster/${kind}`
/** name, size, query, address, what to do first */
const shots = [
  ['list', 'landscape', '', list('A06')],
  ['list', 'portrait', 'theme=dark', list('A06')],
  ['list', 'landscape', 'lang=en', list('A06')],
  ['list', 'portrait', '', list('A06')],
  ['list', 'desk', '', list('A06')],
  ['list', 'landscape', 'theme=contrast', list('A06')],
  ['list', 'landscape', 'theme=dark&lang=en', list('A06')],
  ['list', 'portrait', 'theme=contrast&lang=en', list('A06')],
  ['list', 'landscape', 'hand=left', list('A06')],
  ['list', 'landscape', 'gloves=1', list('A06')],
  ['list', 'portrait', 'gloves=1', list('A06')],
  ['list', 'phone', '', list('A06')],
  ['list', 'landscape', 'scale=200', list('A06')],
  ['items', 'landscape', '', list('A02')],
  ['items', 'portrait', '', list('A02')],
  ['media', 'landscape', '', list('B01')],
  ['elements', 'landscape', '', list('C03')],
  ['elements', 'portrait', 'lang=en', list('C03')],
  ['dates', 'landscape', '', list('A05')],
  ['date', 'landscape', '', list('A03')],
  ['number', 'landscape', 'lang=en', list('B14')],
  ['conflict', 'landscape', '', list('A07')],
  ['conflict', 'portrait', 'theme=dark', list('A07')],
  ['reason', 'landscape', '', list('A10')],
  ['notchecked', 'landscape', '', list('A15')],
  ['filter', 'landscape', '', `${list('A06')}?filter=failing`],
  ['none', 'landscape', '', `${list('B10')}?filter=failing`],
  ['dialog', 'landscape', '', list('A06'), (page) => page.getByRole('button', { name: '点検を完了' }).first().click()],
  ['dialog', 'portrait', 'theme=dark', list('A06'), (page) => page.locator('.below button').click()],
  ['menu', 'landscape', '', list('A06'), (page) => page.getByRole('button', { name: 'A06 のその他の操作' }).click()],
  ['roster', 'landscape', '', roster('media')],
  ['roster', 'portrait', '', roster('media')],
  ['roster', 'landscape', 'lang=en&theme=dark', roster('media')],
  ['roster', 'desk', 'theme=contrast', roster('media')],
  ['roster', 'phone', '', roster('media')],
  ['roster', 'landscape', 'gloves=1', roster('media')],
  ['machines', 'landscape', '', roster('machines')],
  ['spec', 'portrait', '', roster('specification-items')],
  ['tickets', 'landscape', '', roster('tickets')],
  ['edit', 'landscape', '', roster('media'), (page) => page.getByRole('button', { name: '4C53-0001 を直す' }).click()],
  ['new', 'landscape', '', '/audits/new'],
  ['new', 'portrait', 'theme=dark', '/audits/new'],
  ['new', 'desk', 'lang=en', '/audits/new'],
  ['new', 'phone', '', '/audits/new'],
  ['errors', 'landscape', '', '/audits/new', (page) => page.getByRole('button', { name: '作成して点検へ' }).click()],
  ['details', 'landscape', '', '/audits/audit-1/details'],
  ['details', 'portrait', 'theme=contrast&lang=en', '/audits/audit-1/details'],
]

const wanted = process.argv[2] ?? ''
const out = join(cache, 'gallery-checklist-shots')
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
const context = await browser.newContext({ reducedMotion: 'reduce' })
for (const [page, size, query, address, act] of shots) {
  const name = [page, size, query.replaceAll(/[=&]/g, '-')].filter(Boolean).join('-')
  if (!name.includes(wanted)) continue
  const [width, height] = sizes[size]
  const tab = await context.newPage()
  await tab.setViewportSize({ width, height })
  tab.on('console', (message) => message.type() === 'error' && report(name, message.text()))
  tab.on('pageerror', (error) => report(name, error.message))
  await tab.goto(`http://127.0.0.1:${port}/?${query}#${address}`)
  await tab.waitForSelector('main *')
  await tab.waitForTimeout(200)
  await act?.(tab)
  await tab.waitForTimeout(100)
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

function report(name, text) {
  console.error(`${name}: ${text}`)
  process.exitCode = 1
}
