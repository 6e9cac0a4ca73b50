// The worker that keeps the app on the tablet meets bad lines: it is stopped in mid-install, its script comes as a page, files of an
// older version are gone. What was there goes on, and what was half done is done again.
import { expect, type Page } from '@playwright/test'
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
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { makeSecondBuild } from '../support/makeSecondBuild.ts'
import { startFaultyLine } from '../support/startFaultyLine.ts'
import { startGenbaServer } from '../support/startGenbaServer.ts'
import { waitUntil } from '../support/waitUntil.ts'

test('a worker that was stopped in the middle of its installation does it again by itself', async ({
  server,
  openTablet,
}) => {
  const line = await startFaultyLine(server.origin)
  const tablet = await openTablet({ origin: line.origin })
  // The pages ask for it never, the worker does.
  line.breakWith(({ path }) => (path.startsWith('/icons/icon-') ? 'silence' : undefined))
  await tablet.introduceAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  const journal = new ConfirmedJournal()
  await waitUntil('the worker asks for its last files', () => line.falseAnswers() > 0)
  const session = await tablet.page.context().newCDPSession(tablet.page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await journal.judge(tablet.page, audit, 'A04', '不適合')

  line.mend()
  await tablet.keepApp()
  await expectAllSent(tablet.page)
  await server.kill()
  await tablet.closeAndReopen(`${audit}/checklist/A04`)
  await journal.expectOnScreen(tablet.page, audit)
  await tablet.dispose()
  await line.stop()
})

test('a page of Wi-Fi terms in place of the worker leaves the app on the tablet as it is', async ({
  server,
  openTablet,
}) => {
  const line = await startFaultyLine(server.origin)
  const tablet = await openTablet({ origin: line.origin })
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  const journal = new ConfirmedJournal()
  await expectAllSent(tablet.page)
  line.breakWith(() => ({ status: 200, body: '<!doctype html><title>Wi-Fi</title><p>利用規約</p>' }))
  await tablet.open(`${audit}/checklist/A04`)
  const look = tablet.page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(look).rejects.toThrow()
  await journal.judge(tablet.page, audit, 'A04', '不適合')
  await tablet.closeAndReopen(`${audit}/checklist/A04`)
  await journal.expectOnScreen(tablet.page, audit)

  line.mend()
  await tablet.open(`${audit}/checklist/A07`)
  await journal.judge(tablet.page, audit, 'A07', '不適合')
  await expectAllSent(tablet.page)
  await journal.expectAtServer(server.origin)
  await tablet.dispose()
  await line.stop()
})

test('a page that no worker keeps opens its other screens after a deploy, with the text in progress', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  await refuseWorkers(tablet.page)
  await tablet.introduceAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const { page } = tablet
  const audit = auditPath(page)
  const journal = new ConfirmedJournal()
  await journal.judge(page, audit, 'A04', '不適合')
  const second = await makeSecondBuild()
  await server.stop()
  const port = Number(new URL(server.origin).port)
  const deployed = await startGenbaServer({ port, dataDir: server.dataDir, program: second.program })
  try {
    await journal.write(page, audit, 'A11', '配布の最中に書いていた所見')
    await go(page, `${audit}/report`)
    await expect(page.getByText('監査結果に関する措置状況報告書').first()).toBeVisible()
    await page.goBack()
    await expect(noteField(page)).toHaveValue('配布の最中に書いていた所見')
    await judge(page, audit, 'A07', '適合')
    await expectAllSent(page)
    await journal.expectAtServer(server.origin)
  } finally {
    await tablet.dispose()
    await deployed.dispose()
    await second.remove()
  }
})

test('a screen whose files are gone everywhere says so, and the text in progress stays', async ({
  server,
  openTablet,
}) => {
  const line = await startFaultyLine(server.origin)
  const tablet = await openTablet({ origin: line.origin })
  const { page } = tablet
  await refuseWorkers(page)
  await tablet.introduceAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  const journal = new ConfirmedJournal()
  await expectAllSent(page)
  line.breakWith(({ path }) => (path.startsWith('/assets/') ? { status: 404, body: 'gone' } : undefined))
  await journal.write(page, audit, 'A11', '入れ替えの最中に書いていた所見')
  await page.getByRole('navigation').getByRole('link', { name: '報告書' }).click()
  await expect(page.getByText('この画面を読み込めませんでした')).toBeVisible()
  await expect(noteField(page)).toHaveValue('入れ替えの最中に書いていた所見')
  await journal.judge(page, audit, 'A04', '不適合')
  await journal.expectAtServer(server.origin)

  line.mend()
  await page.getByRole('button', { name: '読み込み直す' }).click()
  await expect(page.getByText('監査結果に関する措置状況報告書').first()).toBeVisible()
  await journal.expectOnScreen(page, audit)
  await tablet.dispose()
  await line.stop()
})

/** As a browser that has no workers: every file comes from the server. */
function refuseWorkers(page: Page): Promise<unknown> {
  return page.context().addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker
  })
}
