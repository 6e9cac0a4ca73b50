// Takes screenshots of the built gallery into .cache/gallery-shots; fails on any error on the console (a violation of the
// Content Security Policy is one), anything wider than the screen, and any finding of axe.
// Usage: node tests/support/gallery/look.mjs [part of a shot's name]
import { createServer } from 'node:http'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { chromium } from '@playwright/test'

const root = fileURLToPath(new URL('../../../.cache/', import.meta.url))
const types = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
])
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const file = join(root, 'gallery', path === '/' ? 'index.html' : path)
  // Browsers ask for an icon on their own.
  if (!existsSync(file)) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
  response
    .writeHead(200, { 'content-type': types.get(extname(file)) ?? 'application/octet-stream' })
    .end(readFileSync(file))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const port = address !== null && typeof address === 'object' ? address.port : 0

/** `zoomed` is the landscape tablet at 200 % */
const sizes = new Map([
  ['landscape', [1180, 820]],
  ['portrait', [820, 1180]],
  ['desk', [1440, 900]],
  ['phone', [390, 844]],
  ['zoomed', [590, 410]],
])

/** page, size, and what follows the question mark */
const shots = [
  ['base', 'landscape', ''],
  ['base', 'landscape', 'theme=dark'],
  ['base', 'landscape', 'theme=contrast'],
  ['base', 'phone', ''],
  ['base', 'landscape', 'open=confirm'],
  ['base', 'landscape', 'gloves=1'],
  ['shell', 'landscape', ''],
  ['shell', 'portrait', 'theme=dark'],
  ['shell', 'desk', 'theme=contrast&lang=en'],
  ['shell', 'phone', ''],
  ['shell', 'landscape', 'open=panel'],
  ['shell', 'portrait', 'open=panel&theme=dark'],
  ['shell', 'landscape', 'open=who&lang=en'],
  ...['', 'theme=dark', 'theme=contrast', 'lang=en'].flatMap((query) => [
    ['home', 'landscape', query],
    ['home', 'portrait', query],
  ]),
  ['home', 'desk', ''],
  ['home', 'phone', ''],
  ['home', 'landscape', 'first=1'],
  ['home', 'zoomed', ''],
  ['shell', 'zoomed', ''],
  ['settings', 'landscape', ''],
  ['settings', 'portrait', 'theme=dark'],
  ['settings', 'landscape', 'lang=en'],
  ['settings', 'phone', 'theme=contrast'],
]

const wanted = process.argv[2] ?? ''
mkdirSync(join(root, 'gallery-shots'), { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
  ],
})
for (const [page, size, query] of shots) {
  const name = [page, size, query.replaceAll(/[=&]/g, '-')].filter(Boolean).join('-')
  if (!name.includes(wanted)) continue
  const [width, height] = sizes.get(size) ?? [1180, 820]
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  const tab = await context.newPage()
  tab.on('console', (message) => message.type() === 'error' && report(name, message.text()))
  tab.on('pageerror', (error) => report(name, error.message))
  await tab.goto(`http://127.0.0.1:${port}/#/${page}?${query}`)
  await tab.waitForSelector('#app > *')
  await tab.waitForTimeout(250)
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (overflow > 0) report(name, `wider than the screen by ${overflow} px`)
  await tab.screenshot({ path: join(root, 'gallery-shots', `${name}.png`) })
  const { violations } = await new AxeBuilder({ page: tab })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  for (const { id, nodes } of violations) report(name, `axe ${id}: ${nodes.map((node) => node.html).join('\n  ')}`)
  await context.close()
}
await browser.close()
server.close()

function report(name, text) {
  console.error(`${name}: ${text}`)
  process.exitCode = 1
}
