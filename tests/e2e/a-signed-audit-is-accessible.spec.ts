// A signed audit on the demo's data, with what came late and what its unit answers: axe finds nothing, nothing is wider than the window,
// every target is big enough, in both orientations, three themes and both languages. What the unit hands in is verified by somebody else.
import { expect, test, type Page } from '@playwright/test'
import { addMeasure, go } from '../support/auditorActions.ts'
import { png } from '../support/evidence/someFiles.ts'
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

const unitPath = (audit: string) => audit.replace('/audits/', '/measures/')
const unitRows = (page: Page) => page.locator('main a[href*="/measures/audit-"]')

async function openFirstOfUnit(page: Page): Promise<void> {
  await unitRows(page).or(page.locator('.editor')).first().waitFor()
  if (!(await page.locator('.editor').isVisible())) await unitRows(page).first().click()
  await page.locator('.editor').waitFor()
}

async function openFirstFinding(page: Page): Promise<void> {
  await page.locator('a[href*="/findings/"]').filter({ visible: true }).first().click()
  await page.locator('.editor').waitFor()
}

/** Side by side, one that was opened before still stands open. */
async function openReview(page: Page): Promise<void> {
  await page.locator('details.more:not([open]) summary').first().click()
  await page.locator('.more .stand').last().waitFor()
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
    act: openFirstFinding,
  },
  { name: 'unit-list', path: () => '/measures', act: (page) => unitRows(page).first().waitFor() },
  { name: 'unit-finding', path: ({ signed }) => unitPath(signed), act: openFirstOfUnit },
  {
    name: 'unit-submitting',
    path: ({ signed }) => unitPath(signed),
    act: async (page) => {
      await openFirstOfUnit(page)
      await page
        .getByRole('button', { name: /^(提出する|Submit)$/ })
        .first()
        .click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'measure-review',
    path: ({ signed }) => `${signed}/findings`,
    act: async (page) => {
      await openFirstFinding(page)
      await openReview(page)
    },
  },
  {
    name: 'measure-return',
    path: ({ signed }) => `${signed}/findings`,
    act: async (page) => {
      await openFirstFinding(page)
      await openReview(page)
      await page
        .locator('.more')
        .getByRole('button', { name: /^(差し戻す|Send back)$/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'issued',
    path: ({ signed }) => `${signed}/issue`,
    act: (page) => page.getByRole('heading', { name: /^(発行済み|Issued)/ }).waitFor(),
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

test('what the unit hands in with evidence after the sign-off is verified by an auditor, not by who wrote it', async () => {
  const [unit, auditor] = [demo.other, demo.page]
  for (const page of [unit, auditor]) {
    await page.setViewportSize(landscape)
    await switchPreferences(page, { theme: 'light', language: 'ja' })
  }

  await test.step('佐藤, for the unit, adds a measure with its photo and hands it in', async () => {
    await go(unit, unitPath(demo.signed))
    await openFirstOfUnit(unit)
    await addMeasure(unit, { type: '仕組み', text: '更新の手順書を定めた。', doneOn: '2024-03-01' })
    const mine = unit.getByRole('article', { name: /^措置/ }).last()
    const picture = png({ width: 320, height: 240 })
    await mine.getByLabel('書類').setInputFiles([{ name: '手順書.png', mimeType: 'image/png', buffer: picture }])
    await expect(mine.getByRole('link')).toHaveCount(1)
    await unit.getByRole('button', { name: '提出する' }).click()
    await unit.getByRole('alertdialog').getByRole('button', { name: '提出する' }).click()
    await expect(unit.getByText('提出済です')).toBeVisible()
    await expect(unit.getByRole('textbox', { name: '措置内容' })).toHaveCount(0)
  })

  await test.step('who wrote it cannot verify it', async () => {
    await go(unit, `${demo.signed}/findings`)
    await openFirstFinding(unit)
    const own = unit.getByRole('article', { name: /^措置/ }).last()
    await expect(own.getByText('自分が記入・提出した措置は、自分では確認できません。', { exact: false })).toBeVisible()
    await expect(own.getByRole('button', { name: '確認済にする' })).toHaveCount(0)
  })

  await test.step('田中 looks at the photo and verifies', async () => {
    await go(auditor, `${demo.signed}/findings`)
    await openFirstFinding(auditor)
    const handedIn = auditor.getByRole('article', { name: /^措置/ }).last()
    await expect(handedIn.getByText('更新の手順書を定めた。')).toBeVisible({ timeout: 45_000 })
    await handedIn.getByRole('button', { name: '確認済にする' }).click({ timeout: 45_000 })
    const dialog = auditor.getByRole('dialog')
    await dialog.getByRole('button', { name: '確認済にする' }).click()
    await expect(dialog.getByText('見た証拠を1つ以上選んでください。')).toBeVisible()
    await expectAccessible(auditor, { name: 'verify-dialog', language: 'ja' })
    await dialog.getByRole('checkbox').check({ force: true })
    await dialog.getByRole('button', { name: '書類の閲覧' }).click()
    await dialog.getByRole('button', { name: '確認済にする' }).click()
    await expect(handedIn.getByText('確認済', { exact: true })).toBeVisible()
    await expectAccessible(auditor, { name: 'verified', language: 'ja' })
  })

  await test.step('the unit sees it', async () => {
    await go(unit, unitPath(demo.signed))
    await openFirstOfUnit(unit)
    await expect(unit.getByText('確認済', { exact: true }).last()).toBeVisible({ timeout: 45_000 })
  })
})
