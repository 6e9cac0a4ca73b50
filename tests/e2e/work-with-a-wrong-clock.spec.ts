// Two tablets whose clocks are wrong by a year, one each way: nothing is refused, nothing wins by being "later", and people are told.
import { expect, type Page } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  expectJudged,
  openSyncPanel,
  pill,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { shiftClock } from '../support/shiftClock.ts'

const yearMs = 365 * 24 * 60 * 60 * 1_000

test('clocks that are a year wrong change nothing, and are shown', async ({ server, openTablet }) => {
  const [ahead, behind] = [await openTablet(), await openTablet()]
  await shiftClock(ahead.page, yearMs)
  await shiftClock(behind.page, -yearMs)
  await ahead.beginAs('田中')
  await createAudit(ahead.page, anAuditHeader)
  const audit = auditPath(ahead.page)
  const journal = new ConfirmedJournal()
  await journal.judge(ahead.page, audit, 'A04', '不適合')
  await expectAllSent(ahead.page)
  await expectTold(ahead.page, '時計は約365日進んでいます')

  await test.step('what is changed later stands, though its clock says two years earlier', async () => {
    await behind.beginAs('佐藤')
    await behind.open(`${audit}/checklist/A04`)
    await expectTold(behind.page, '時計は約365日遅れています')
    await journal.expectOnScreen(behind.page, audit)
    await journal.judge(behind.page, audit, 'A04', '一部')
    await expectJudged(ahead.page, audit, 'A04', '一部')
  })

  await test.step('neither clock makes a conflict or keeps anything from the server', async () => {
    await journal.judge(ahead.page, audit, 'A07', '不適合')
    await journal.expectAtServer(server.origin)
    await expectJudged(behind.page, audit, 'A07', '不適合')
    for (const { page } of [ahead, behind]) {
      await expectAllSent(page)
      await expect(pill(page, '確認が必要')).toHaveCount(0)
    }
  })
})

/** Behind the pill. */
async function expectTold(page: Page, words: string): Promise<void> {
  const panel = await openSyncPanel(page)
  await expect(panel.getByText(words, { exact: false })).toBeVisible()
  await panel.getByRole('button', { name: '閉じる' }).click()
}
