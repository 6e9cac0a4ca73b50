// Looks at every state of the checklist, roster and header screens: screenshots in .cache/gallery-checklist-shots, no console
// error, no sideways scrolling, no axe violation, no target under 48 px. For people to look at the pictures beside the design.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

const sizes = { landscape: [1180, 820], portrait: [820, 1180], desk: [1440, 900], phone: [390, 844] } as const
const list = (question: string) => `/audits/audit-1/checklist/${question}`
const roster = (kind: string) => `/audits/audit-1/roster/${kind}`
/** name, size, query, address, what to do first */
const shots: readonly (readonly [string, keyof typeof sizes, string, string, ((page: Page) => Promise<void>)?])[] = [
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

const out = fileURLToPath(new URL('../../../.cache/gallery-checklist-shots/', import.meta.url))
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

for (const [name, size, query, address, act] of shots) {
  const title = [name, size, query.replaceAll(/[=&]/g, '-')].filter((part) => part !== '').join('-')
  test(title, async ({ page }) => {
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    const [width, height] = sizes[size]
    await page.setViewportSize({ width, height })
    await page.goto(`/?${query}#${address}`)
    await page.locator('main *').first().waitFor()
    await page.waitForTimeout(200)
    await act?.(page)
    await page.waitForTimeout(100)
    await page.screenshot({ path: join(out, `${title}.png`) })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    // The axe package brings a copy of Playwright's types of its own; the page is the same at run time.
    const { violations } = await new AxeBuilder({ page: page as never }).withTags(tags).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    expect(await page.evaluate(smallTargets)).toEqual([])
    expect(errors).toEqual([])
  })
}

/** Controls under 48 px, but for the native parts that are hidden behind a larger label. */
function smallTargets(): string[] {
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
