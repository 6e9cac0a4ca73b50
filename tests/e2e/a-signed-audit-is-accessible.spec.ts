// A signed audit on the demo's data, with what came late: axe finds nothing, nothing is wider than the window, every target is big
// enough, in both orientations, three themes and both languages.
import { expect, test, type Page } from '@playwright/test'
import { go } from '../support/auditorActions.ts'
import { expectAccessible } from '../support/screens/expectAccessible.ts'
import { openSignedDemo, type SignedDemo } from '../support/screens/openSignedDemo.ts'
import { switchPreferences, type ScreenPreferences } from '../support/screens/switchPreferences.ts'

const landscape = { width: 1180, height: 820 }
const portrait = { width: 820, height: 1180 }
const phone = { width: 390, height: 844 }

let demo: SignedDemo

test.beforeAll(async ({ browser }) => {
  const options = { viewport: landscape, hasTouch: true, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' }
  demo = await openSignedDemo(browser, { ...options, reducedMotion: 'reduce' })
})

test.afterAll(() => demo.dispose())

test.afterEach(() => {
  expect(demo.trouble.strayRequests).toEqual([])
  expect(demo.trouble.errors).toEqual([])
})

interface SignedScreen {
  readonly name: string
  readonly path: (demo: SignedDemo) => string
  readonly act?: (page: Page) => Promise<void>
  /** Whose tablet shows it. */
  readonly on?: 'other'
}

const screens: readonly SignedScreen[] = [
  { name: 'sign-off-open', path: ({ halfDone }) => `${halfDone}/sign-off` },
  { name: 'sign-off-signed', path: ({ signed }) => `${signed}/sign-off` },
  { name: 'sign-off-mine', path: ({ signed }) => `${signed}/sign-off`, on: 'other' },
  {
    name: 'sign-off-aside',
    path: ({ signed }) => `${signed}/sign-off`,
    act: (page) => page.locator('#late details summary').click(),
  },
  {
    name: 'sign-off-reopening',
    path: ({ signed }) => `${signed}/sign-off`,
    act: (page) =>
      page
        .getByRole('button', { name: /^(再開する|Reopen)$/ })
        .first()
        .click(),
  },
  { name: 'sealed-checklist', path: ({ signed }) => `${signed}/checklist/A06` },
  { name: 'sealed-per-medium', path: ({ signed }) => `${signed}/checklist/B01` },
  { name: 'sealed-mine', path: ({ signed }) => `${signed}/checklist/A06`, on: 'other' },
  {
    name: 'sealed-media',
    path: ({ signed }) => `${signed}/media`,
    act: (page) => page.locator('.pair').first().click(),
  },
  { name: 'sealed-currency', path: ({ signed }) => `${signed}/checks/currency` },
  { name: 'sealed-matrix', path: ({ signed }) => `${signed}/checks/matrix` },
  { name: 'sealed-sampling', path: ({ signed }) => `${signed}/checks/sampling` },
  { name: 'sealed-roster', path: ({ signed }) => `${signed}/roster/media` },
  {
    name: 'sealed-finding',
    path: ({ signed }) => `${signed}/findings`,
    act: async (page) => {
      await page.locator('a[href*="/findings/"]').filter({ visible: true }).first().click()
      await page.locator('.editor').waitFor()
    },
  },
  { name: 'sealed-details', path: ({ signed }) => `${signed}/details` },
  { name: 'sealed-report', path: ({ signed }) => `${signed}/report` },
]

const runs: readonly (ScreenPreferences & { readonly title: string; readonly size: typeof landscape })[] = [
  { title: 'landscape', size: landscape, theme: 'light', language: 'ja' },
  { title: 'portrait and the dark theme', size: portrait, theme: 'dark', language: 'ja' },
  { title: 'the high-contrast theme', size: landscape, theme: 'contrast', language: 'ja' },
  { title: 'English', size: portrait, theme: 'light', language: 'en' },
  { title: 'a phone', size: phone, theme: 'light', language: 'ja' },
]

for (const { title, size, ...preferences } of runs) {
  test(`a signed audit is accessible in ${title}`, async () => {
    for (const page of [demo.page, demo.other]) {
      await page.setViewportSize(size)
      await switchPreferences(page, preferences)
    }
    for (const screen of screens) await test.step(screen.name, () => look(screen, preferences.language))
  })
}

async function look({ name, path, act, on }: SignedScreen, language: string): Promise<void> {
  const page = on === 'other' ? demo.other : demo.page
  await go(page, path(demo))
  await page.locator('main > *').first().waitFor()
  await act?.(page)
  await expectAccessible(page, { name, language })
  await page.keyboard.press('Escape')
}
