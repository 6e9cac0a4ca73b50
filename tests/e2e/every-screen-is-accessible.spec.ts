// Every screen and dialog on the demo's data, in both orientations, three themes and both languages: axe finds nothing,
// nothing is wider than the window, every target is big enough, and no other origin is asked for anything.
import { expect, test, type Page } from '@playwright/test'
import { listAxeFaults } from '../support/screens/listAxeFaults.ts'
import { leastTarget, leastWithGloves, measureScreen } from '../support/screens/measureScreen.ts'
import { beginAs, openDemo, type Demo } from '../support/screens/openDemo.ts'
import { screens, type Screen } from '../support/screens/screens.ts'
import { switchPreferences, type ScreenPreferences } from '../support/screens/switchPreferences.ts'
import { watchPage } from '../support/screens/watchPage.ts'
import { startGenbaServer } from '../support/startGenbaServer.ts'

const landscape = { width: 1180, height: 820 }
const portrait = { width: 820, height: 1180 }
const phone = { width: 390, height: 844 }
/** The landscape tablet at 200 %. */
const enlarged = { width: 590, height: 410 }

// The longest of all specs, shared out among the workers: each has a demo of its own.
test.describe.configure({ mode: 'parallel', timeout: 600_000 })

let demo: Demo

test.beforeAll(async ({ browser }) => {
  demo = await openDemo(browser, {
    viewport: landscape,
    hasTouch: true,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // A fade under way would be measured as too little contrast.
    reducedMotion: 'reduce',
  })
})

test.afterAll(() => demo.dispose())

test.afterEach(() => {
  expect(demo.trouble.strayRequests).toEqual([])
  expect(demo.trouble.errors).toEqual([])
})

const runs: readonly (ScreenPreferences & { readonly title: string; readonly size: typeof landscape })[] = [
  { title: 'landscape', size: landscape, theme: 'light', language: 'ja' },
  { title: 'portrait', size: portrait, theme: 'light', language: 'ja' },
  { title: 'the dark theme', size: landscape, theme: 'dark', language: 'ja' },
  { title: 'the high-contrast theme', size: portrait, theme: 'contrast', language: 'ja' },
  { title: 'English', size: landscape, theme: 'light', language: 'en' },
]

for (const { title, size, ...preferences } of runs) {
  test(`every screen is accessible in ${title}`, async () => {
    await demo.page.setViewportSize(size)
    await switchPreferences(demo.page, preferences)
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await onScreen(screen, async () => {
          await expectFit(demo.page, { name: screen.name, language: preferences.language })
          expect.soft(await listAxeFaults(demo.page), screen.name).toEqual([])
        })
      })
    }
  })
}

for (const [title, size] of [
  ['a phone', phone],
  ['a tablet at 200 %', enlarged],
] as const) {
  test(`every screen fits ${title}`, async () => {
    await demo.page.setViewportSize(size)
    await switchPreferences(demo.page, { theme: 'light', language: 'ja' })
    for (const screen of screens) {
      await test.step(screen.name, () => onScreen(screen, () => expectFit(demo.page, screen)))
    }
  })
}

for (const [title, size] of [
  ['landscape', landscape],
  ['portrait', portrait],
] as const) {
  test(`with large buttons and for the left hand every target is big enough in ${title}`, async () => {
    await demo.page.setViewportSize(size)
    await switchPreferences(demo.page, { theme: 'light', language: 'ja', hand: 'left', hasLargeTargets: true })
    for (const screen of screens) {
      await test.step(screen.name, () =>
        onScreen(screen, () => expectFit(demo.page, { ...screen, least: leastWithGloves })),
      )
    }
  })
}

test('the answers stand on the side of the hand', async () => {
  await demo.page.setViewportSize(landscape)
  const leftOf = async (hand: 'left' | 'right') => {
    await switchPreferences(demo.page, { theme: 'light', language: 'ja', hand })
    await demo.page.goto(`${demo.origin}${demo.halfDone}/checklist/A04`)
    const row = demo.page.locator('[data-question=A04]')
    const [answers, words] = [
      await row.locator('fieldset').first().boundingBox(),
      await row.locator('h3').boundingBox(),
    ]
    return (answers?.x ?? 0) < (words?.x ?? 0)
  }
  expect(await leftOf('left')).toBe(true)
  expect(await leftOf('right')).toBe(false)
})

test('the first start is accessible, in its question and in its empty list', async ({ browser }) => {
  const server = await startGenbaServer()
  const context = await browser.newContext({ viewport: landscape, hasTouch: true, locale: 'ja-JP' })
  try {
    const page = await context.newPage()
    const trouble = watchPage(page, server.origin)
    await page.goto(server.origin)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectFit(page, { name: 'first start' })
    expect.soft(await listAxeFaults(page)).toEqual([])
    await page.close()

    const begun = await beginAs(context, server.origin, '田中')
    await expect(begun.getByText('監査はまだありません')).toBeVisible()
    await expectFit(begun, { name: 'empty list' })
    expect.soft(await listAxeFaults(begun)).toEqual([])
    expect(trouble.strayRequests).toEqual([])
    expect(trouble.errors).toEqual([])
  } finally {
    await context.close()
    await server.dispose()
  }
})

async function onScreen(screen: Screen, look: () => Promise<void>): Promise<void> {
  await screen.show(demo.page, demo)
  await look()
  await screen.leave?.(demo.page)
}

/** One run names the faults of every screen. */
const softly = expect.configure({ soft: true })
/** What has just opened may take a moment to find its place. */
const settledMs = 5_000

interface Fit {
  readonly name: string
  readonly language?: string
  readonly least?: number
}

async function expectFit(page: Page, { name, language = 'ja', least = leastTarget }: Fit): Promise<void> {
  await softly
    .poll(() => measureScreen(page, least), { message: name, timeout: settledMs })
    .toEqual({ language, overflow: { across: 0, down: 0 }, sideways: [], smallTargets: [] })
}
