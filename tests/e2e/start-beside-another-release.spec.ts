// The database belongs to a newer release, or an older tab holds it: the app says so, harms nothing, and starts once that is over.
import { expect, type Page } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  judge,
  openSyncPanel,
  pill,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { countRows, holdDatabase } from '../support/localRows.ts'

/** Far above every version of ours. */
const newerVersion = 9_990
/** A page of our origin in which no app runs. */
const besideTheApp = '/healthz'

test('an older release leaves the database of a newer one alone and says so', async ({ server, openTablet }) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  await expectAllSent(tablet.page)
  const [old, newer] = [tablet.page, await tablet.openTab(besideTheApp)]
  await server.kill()
  const journal = new ConfirmedJournal()
  await journal.judge(tablet.page, audit, 'A04', '不適合')

  await test.step('a tab that is open calls nothing saved any more', async () => {
    await stay(old)
    await holdDatabase(newer, newerVersion)
    const rows = await countRows(newer, 'operations')
    const conforming = old.getByRole('group', { name: /^A04 / }).getByRole('radio', { name: '適合', exact: true })
    await conforming.click()
    await expect(pill(old, '保存できませんでした')).toBeVisible()
    await expect(conforming).not.toBeChecked()
    await expect((await openSyncPanel(old)).getByText('新しい版で作られています', { exact: false })).toBeVisible()
    expect(await countRows(newer, 'operations')).toBe(rows)
  })

  await test.step('a tab that starts says that the data is there, and touches nothing', async () => {
    await tablet.open(`${audit}/checklist/A04`)
    await expect(old.getByRole('heading', { name: 'この画面は古い版です' })).toBeVisible()
    await expect(old.getByText('入力はすべて、この端末に残っています。')).toBeVisible()
    expect(await countRows(newer, 'operations')).toBeGreaterThan(0)
  })
})

/** As if it had loaded itself anew just before: it does so once, and then leaves it to the person. */
async function stay(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.setItem('genba.reloadedAt', String(Date.now() + 50_000)))
}

test('an older tab that holds the database is named as the reason, and once it is closed the app starts', async ({
  openTablet,
}) => {
  const tablet = await openTablet()
  const older = await tablet.openTab(besideTheApp)
  await holdDatabase(older, 1)
  await tablet.open('/')
  await expect(tablet.page.getByRole('heading', { name: '古い版の画面が、ほかのタブで開いています' })).toBeVisible()
  await older.close()
  await tablet.page.getByRole('button', { name: '読み込み直す' }).click()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  await judge(tablet.page, auditPath(tablet.page), 'A04', '不適合')
  await expectAllSent(tablet.page)
})
