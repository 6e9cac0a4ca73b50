// Every screen and dialog on the demo's data, in both orientations, three themes and both languages: axe finds nothing,
// nothing is wider than the window, every target is big enough, and no other origin is asked for anything.
import { expect, test } from '@playwright/test'
import { expectAccessible, expectColours, expectFit } from '../support/screens/expectAccessible.ts'
import { leastTarget, leastWithGloves } from '../support/screens/measureScreen.ts'
import { beginAs, openDemo, type Demo } from '../support/screens/openDemo.ts'
import { screens } from '../support/screens/screens.ts'
import { switchOnScreen, switchPreferences, type ScreenPreferences } from '../support/screens/switchPreferences.ts'
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

/** A screen stays open while it is looked at in one way after the other: to come to it takes longer than to look at it. */
interface Way {
  readonly size: typeof landscape
  readonly look: typeof expectFit
  readonly theme?: ScreenPreferences['theme']
  /** 大きなボタン, and the left hand. */
  readonly isGloved?: true
}

interface Walk {
  readonly title: string
  readonly language: ScreenPreferences['language']
  readonly ways: readonly [Way, ...Way[]]
}

const walks: readonly Walk[] = [
  {
    title: 'is accessible in both orientations and every theme, and has targets big enough for gloves',
    language: 'ja',
    ways: [
      { size: landscape, look: expectAccessible },
      { size: landscape, look: expectColours, theme: 'dark' },
      { size: landscape, look: expectFit, isGloved: true },
      { size: portrait, look: expectFit, isGloved: true },
      { size: portrait, look: expectColours, theme: 'contrast' },
      { size: portrait, look: expectAccessible },
    ],
  },
  { title: 'is accessible in English', language: 'en', ways: [{ size: landscape, look: expectAccessible }] },
  {
    title: 'fits a tablet at 200 % and a phone',
    language: 'ja',
    ways: [
      { size: enlarged, look: expectFit },
      { size: phone, look: expectFit },
    ],
  },
]

for (const { title, language, ways } of walks) {
  test(`every screen ${title}`, async () => {
    const { page } = demo
    const [{ size: firstSize }] = ways
    await switchPreferences(page, { theme: 'light', language })
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await page.setViewportSize(firstSize)
        await screen.show(page, demo)
        for (const way of ways) await lookAt(screen.name, language, way)
        await page.setViewportSize(firstSize)
        await screen.leave?.(page)
      })
    }
  })
}

async function lookAt(screen: string, language: ScreenPreferences['language'], way: Way): Promise<void> {
  const { size, look, theme = 'light', isGloved = false } = way
  await demo.page.setViewportSize(size)
  await switchOnScreen(demo.page, { theme, hand: isGloved ? 'left' : 'right', hasLargeTargets: isGloved })
  const name = [screen, `${size.width} × ${size.height}`, theme, ...(isGloved ? ['gloves'] : [])].join(', ')
  await look(demo.page, { name, language, least: isGloved ? leastWithGloves : leastTarget })
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
