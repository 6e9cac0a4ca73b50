// A private window, whose storage ends with it: the work is saved and sent as anywhere, and the person is told that the browser may clear it.
import { expect } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, go } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'

test('work in a private window is saved and sent, and the person is told that nothing there is kept for good', async ({
  server,
  page,
}) => {
  await page.addInitScript(() => {
    // As browsers answer in a private window.
    navigator.storage.persist = () => Promise.resolve(false)
    navigator.storage.persisted = () => Promise.resolve(false)
  })
  await page.goto(server.origin)
  await page.getByLabel('お名前').fill('田中')
  await page.getByRole('button', { name: '始める' }).click()
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  const journal = new ConfirmedJournal()
  await journal.judge(page, audit, 'A04', '不適合')
  await journal.write(page, audit, 'A04', '画面を閉じるまでの所見')
  await page.reload()
  await journal.expectOnScreen(page, audit)

  await go(page, '/settings')
  await expect(page.getByText('端末が保存内容を消すことがあります', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '消さないように設定する' }).click()
  await expect(page.getByText('この端末では設定できませんでした', { exact: false })).toBeVisible()
  await expectAllSent(page)
  await journal.expectAtServer(server.origin)
})
