// The evening before: 持出前点検 says whether the tablet can leave, what there is to do, and what nobody can know without a network.
import { expect, type Locator, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, go, judge } from '../support/auditorActions.ts'
import { test as base } from '../support/auditorTest.ts'
import { expectAccessible } from '../support/screens/expectAccessible.ts'
import { switchPreferences } from '../support/screens/switchPreferences.ts'
import { shiftClock } from '../support/shiftClock.ts'
import type { Tablet } from '../support/Tablet.ts'

const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream'] })
    },
    { scope: 'worker' },
  ],
})

const hourMs = 60 * 60_000

test('with everything on it the tablet may leave, and says so in every theme', async ({ server, openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await setPermissions(page, server.origin, { camera: 'granted', 'persistent-storage': 'granted' })
  await makeRoom(page, server.origin)
  const audit = await prepare(tablet)
  await fillRegisters(page, audit)
  await expectAllSent(page)

  await test.step('from the card of the audit in progress', async () => {
    await go(page, '/')
    await page.getByRole('link', { name: '持出前点検をする' }).click()
    await expect(page).toHaveURL(/\/readiness$/)
    await expect(verdict(page)).toContainText('持ち出せます')
    await expect(check(page, '要対応')).toHaveCount(0)
    await expect(check(page, 'アプリの保存')).toContainText('すべて端末にあります')
    await expect(check(page, '管理簿・対象一覧')).toContainText('媒体一覧 1本')
  })

  for (const [language, theme, size] of looks) {
    await test.step(`accessible: ${language}, ${theme}, ${String(size.width)} × ${String(size.height)}`, async () => {
      await page.setViewportSize(size)
      await switchPreferences(page, { language, theme })
      await go(page, `${audit}/readiness`)
      await expect(verdict(page)).toContainText(language === 'ja' ? '持ち出せます' : 'Ready to leave')
      await expectAccessible(page, { language })
    })
  }

  await test.step('without a network it says what it cannot know, and the rest stands', async () => {
    await page.setViewportSize({ width: 1180, height: 820 })
    await switchPreferences(page, { language: 'ja', theme: 'light' })
    await tablet.setOffline(true)
    await tablet.open(`${audit}/readiness`)
    await expect(check(page, '最新の内容')).toContainText('オフラインです', { timeout: 30_000 })
    await expect(check(page, 'アプリの版')).toContainText('確かめられませんでした')
    await expect(verdict(page)).toContainText('件は確かめられませんでした')
    await expect(check(page, '要対応')).toHaveCount(0)
  })
})

test('what is not in order is named, with what to do about it', async ({ server, openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await setPermissions(page, server.origin, { camera: 'denied', 'persistent-storage': 'denied' })
  await shiftClock(page, hourMs)
  const audit = await prepare(tablet)
  await expectAllSent(page)
  await go(page, `${audit}/details`)
  await page.getByRole('link', { name: '持出前点検をする' }).click()

  await expect(verdict(page)).toContainText('件の対応が必要です')
  await expect(check(page, 'カメラ')).toContainText('カメラを許可してください')
  await expect(check(page, '端末の時計')).toContainText('約60分進んでいます')
  await expect(check(page, '管理簿・対象一覧')).toContainText('が空です')
  await check(page, '保存の保護').getByRole('button', { name: '消さないように設定する' }).click()
  await expect(check(page, '保存の保護')).toContainText('消すことがあります')
  await expectAccessible(page)

  await test.step('a camera that is allowed meanwhile is noticed', async () => {
    await setPermissions(page, server.origin, { camera: 'granted' })
    await page.getByRole('button', { name: 'もう一度確かめる' }).click()
    await expect(check(page, 'カメラ')).toContainText('カメラを使えます')
  })

  await test.step('a file of the app that the browser has dropped is noticed', async () => {
    await page.evaluate(dropOneFile)
    await tablet.open(`${audit}/readiness`)
    await expect(check(page, 'アプリの保存')).toContainText('1個足りません')
  })

  await test.step('what is unsent is on this tablet alone, and the panel says since when', async () => {
    await tablet.setOffline(true)
    await judge(page, audit, 'A04', '不適合')
    await go(page, `${audit}/readiness`)
    await expect(check(page, '未送信の入力')).toContainText('1件がこの端末だけにあります')
    await go(page, '/settings')
    const safety = page.getByRole('region', { name: '入力は安全ですか' }).last()
    await expect(safety).toContainText('この端末だけにあります')
    await expect(safety).toContainText('サーバーが最後に確認した時刻')
    await tablet.setOffline(false)
    await expect(safety).toContainText('すべてサーバーに届いています', { timeout: 45_000 })
  })
})

test('whoever is new is told in three cards how it works, once', async ({ openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  const tour = page.getByRole('region', { name: 'はじめに' })
  await expect(tour).toContainText('押すだけで保存されます')
  await tour.getByRole('button', { name: '次へ' }).click()
  await expect(tour).toContainText('オフラインでも同じように使えます')
  await tour.getByRole('button', { name: '次へ' }).click()
  await expect(tour).toContainText('右上で分かります')
  await tour.getByRole('button', { name: '分かりました' }).click()
  await expect(tour).toHaveCount(0)
  await tablet.open('/')
  await expect(page.getByText('監査はまだありません')).toBeVisible()
  await expect(tour).toHaveCount(0)

  await test.step('and again when asked for', async () => {
    await go(page, '/settings')
    await expectAccessible(page)
    await page.getByRole('button', { name: '使い方をもう一度見る' }).click()
    await expect(tour).toContainText('押すだけで保存されます')
    await tour.getByRole('button', { name: '読み飛ばす' }).click()
    await expect(tour).toHaveCount(0)
  })
})

test('an iPad is told once why the app belongs on its home screen', async ({ openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', {
      value: 'Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) Safari/604.1',
    })
  })
  await tablet.beginAs('田中')
  await page.getByRole('button', { name: '読み飛ばす' }).click()
  const hint = page.getByRole('region', { name: 'ホーム画面に追加してください' })
  await expect(hint).toContainText('数日使わないと')
  await expectAccessible(page)
  await hint.getByRole('button', { name: 'この案内を閉じる' }).click()
  await expect(hint).toHaveCount(0)
  await tablet.open('/')
  await expect(page.getByText('監査はまだありません')).toBeVisible()
  await expect(hint).toHaveCount(0)
})

const looks = [
  ['ja', 'light', { width: 820, height: 1180 }],
  ['en', 'light', { width: 1180, height: 820 }],
  ['ja', 'dark', { width: 1180, height: 820 }],
  ['en', 'dark', { width: 820, height: 1180 }],
] as const

/** An audit on a tablet that keeps the app. */
async function prepare(tablet: Tablet): Promise<string> {
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  return auditPath(tablet.page)
}

async function fillRegisters(page: Page, audit: string): Promise<void> {
  for (const [roster, field] of [
    ['machines', '設置場所・用途'],
    ['media', '種類・特徴'],
    ['specification-items', '項目名'],
  ] as const) {
    await go(page, `${audit}/roster/${roster}`)
    await page.getByLabel(field).fill('一つ目')
    await page.getByRole('button', { name: '追加', exact: true }).click()
    await expect(page.getByText('一つ目').first()).toBeVisible()
  }
}

function verdict(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /持ち出せます|必要です|確かめられません|Ready to leave/ })
}

/** The line of a check, by its title or its state. */
function check(page: Page, words: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByText(words, { exact: true }) })
}

/** The session must stay open for it. */
async function setPermissions(
  page: Page,
  origin: string,
  permissions: Readonly<Record<string, 'granted' | 'denied'>>,
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const [name, setting] of Object.entries(permissions)) {
    await session.send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}

/** As much as a visit needs, whatever the disk of the machine that runs the test. The session must stay open for it. */
async function makeRoom(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 8_000_000_000 })
}

/** A screen that is not open. */
async function dropOneFile(): Promise<void> {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    const file = (await cache.keys()).find(({ url }) => /ReportPage-.*\.js/.test(url))
    if (file !== undefined) await cache.delete(file)
  }
}
