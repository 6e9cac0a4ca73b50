// Every screen and dialog on the demo's data, in both orientations, three themes and both languages: axe finds nothing,
// nothing is wider than the window, every target is big enough, and no other origin is asked for anything.
import { expect, test } from '@playwright/test'
import { expectAccessible, expectFit } from '../support/screens/expectAccessible.ts'
import { leastTarget, leastWithGloves } from '../support/screens/measureScreen.ts'
import { beginAs, openDemo, type Demo } from '../support/screens/openDemo.ts'
import { screens } from '../support/screens/screens.ts'
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

/** On its way back from one size to the next a screen stays open: to come to it takes longer than to look at it. */
interface Walk extends ScreenPreferences {
  readonly title: string
  readonly sizes: readonly (typeof landscape)[]
  readonly isLookedThrough: boolean
}

const inLight = { theme: 'light', language: 'ja' } as const
const withGloves = { ...inLight, hand: 'left', hasLargeTargets: true } as const
const walks: readonly Walk[] = [
  { title: 'is accessible in both orientations', sizes: [landscape, portrait], ...inLight, isLookedThrough: true },
  {
    title: 'is accessible in the dark theme',
    sizes: [landscape],
    theme: 'dark',
    language: 'ja',
    isLookedThrough: true,
  },
  {
    title: 'is accessible in the high-contrast theme',
    sizes: [portrait],
    theme: 'contrast',
    language: 'ja',
    isLookedThrough: true,
  },
  { title: 'is accessible in English', sizes: [landscape], theme: 'light', language: 'en', isLookedThrough: true },
  { title: 'fits a tablet at 200 % and a phone', sizes: [enlarged, phone], ...inLight, isLookedThrough: false },
  {
    title: 'has targets big enough for gloves and on the left',
    sizes: [landscape, portrait],
    ...withGloves,
    isLookedThrough: false,
  },
]

for (const { title, sizes, isLookedThrough, ...preferences } of walks) {
  test(`every screen ${title}`, async () => {
    await switchPreferences(demo.page, preferences)
    const least = preferences.hasLargeTargets === true ? leastWithGloves : leastTarget
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await demo.page.setViewportSize(sizes[0] ?? landscape)
        await screen.show(demo.page, demo)
        for (const size of sizes) {
          await demo.page.setViewportSize(size)
          const name = `${screen.name}, ${size.width} × ${size.height}`
          const look = isLookedThrough ? expectAccessible : expectFit
          await look(demo.page, { name, language: preferences.language, least })
        }
        await demo.page.setViewportSize(sizes[0] ?? landscape)
        await screen.leave?.(demo.page)
      })
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
    await expectAccessible(page, { name: 'first start' })
    await page.close()

    const begun = await beginAs(context, server.origin, '田中')
    await expect(begun.getByText('監査はまだありません')).toBeVisible()
    await expectAccessible(begun, { name: 'empty list' })
    expect(trouble.strayRequests).toEqual([])
    expect(trouble.errors).toEqual([])
  } finally {
    await context.close()
    await server.dispose()
  }
})
