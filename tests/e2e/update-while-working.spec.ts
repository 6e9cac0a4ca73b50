// A newer version is deployed while people work: nothing changes under their hands, and applying it loses no word.
import { expect, type Locator, type Page } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  go,
  judge,
  noteField,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { makeSecondBuild } from '../support/makeSecondBuild.ts'
import { startGenbaServer } from '../support/startGenbaServer.ts'

const halfTyped = '更新の直前まで書いていた所見'

test('a newer version waits until it is applied, and the text in progress is there afterwards', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  await expectAllSent(tablet.page)
  // So that both are served from the tablet: the page that installed the first worker came from the server.
  await tablet.open(`${audit}/checklist/A04`)
  const [left, right] = [tablet.page, await tablet.openTab(`${audit}/checklist/A07`)]
  const second = await makeSecondBuild()
  await server.stop()
  const port = Number(new URL(server.origin).port)
  const deployed = await startGenbaServer({ port, dataDir: server.dataDir, program: second.program })
  try {
    await test.step('the old version goes on, with screens that were not loaded yet', async () => {
      await lookForUpdate(left)
      for (const page of [left, right])
        await expect(page.getByText('新しい版があります')).toBeVisible({ timeout: 20_000 })
      await judge(left, audit, 'A04', '不適合')
      await go(left, `${audit}/report`)
      await expect(left.getByText('監査結果に関する措置状況報告書').first()).toBeVisible()
      await expect(newScripts(left)).toHaveCount(0)
    })

    await test.step('applied, it loads anew with every word', async () => {
      await go(left, `${audit}/checklist/A11`)
      await noteField(left).fill(halfTyped)
      await left.getByRole('button', { name: '更新する' }).click()
      await expect(newScripts(left)).toHaveCount(1)
      await expect(noteField(left)).toHaveValue(halfTyped)
      await expect(left.getByText('新しい版があります')).toHaveCount(0)
    })

    await test.step('the other tab goes on in the old version, with a screen it had not loaded, until it is loaded anew', async () => {
      await expect(newScripts(right)).toHaveCount(0)
      await noteField(right).fill('もう一つのタブの所見')
      await forgetFiles(right)
      await right.getByRole('navigation').getByRole('link', { name: '設定' }).click()
      await expect(right.getByRole('heading', { level: 1, name: '設定' })).toBeVisible()
      await expect(newScripts(right)).toHaveCount(0)
      await right.goBack()
      await expect(noteField(right)).toHaveValue('もう一つのタブの所見')
      await right.getByRole('button', { name: '更新する' }).click()
      await expect(newScripts(right)).toHaveCount(1)
      await expect(noteField(right)).toHaveValue('もう一つのタブの所見')
    })
  } finally {
    await tablet.dispose()
    await deployed.dispose()
    await second.remove()
  }
})

/** What the app does by itself every hour. */
function lookForUpdate(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })
}

/** Scripts of the later release. */
function newScripts(page: Page): Locator {
  return page.locator('script[src$="2.js"]')
}

/** Beside the worker the browser keeps files of its own for a while; not on a tablet that is short of room. */
async function forgetFiles(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
}
