// Rows of the tablet's database that are damaged: the audit opens with everything else, says what happened, and gets back what the server has.
import { expect, type Page } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  expectJudged,
  go,
  judge,
  noteField,
  openSyncPanel,
  pill,
  writeNote,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { countRows, damageLastRow } from '../support/localRows.ts'

/** Longer than half a page of the log, so that two of them make two pages. */
const longNote = '所見が長いほど、控えの頁は早く改まる。'.repeat(1_000)

test('a damaged entry that was not sent yet is reported, and the rest of the audit opens', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await expectAllSent(page)
  await server.stop()
  await judge(page, audit, 'A04', '不適合')
  await judge(page, audit, 'A07', '適合')
  await damageLastRow(page, 'operations')

  await tablet.open(`${audit}/checklist/A04`)
  await expect(page.getByText('この端末で読めない入力が 1件あります')).toBeVisible()
  await expect(page.getByText('ほかの入力は無事です。', { exact: false })).toBeVisible()
  await expectJudged(page, audit, 'A04', '不適合')
  await expectJudged(page, audit, 'A07', undefined)

  await server.start()
  await expect(pill(page, '送信できません 1件')).toBeVisible({ timeout: 90_000 })
  const panel = await openSyncPanel(page)
  await expect(panel.getByText('端末の控えが傷んでいて読み取れません。', { exact: false })).toBeVisible()
  const exporting = page.waitForEvent('download')
  await panel.getByRole('button', { name: '書き出し' }).click()
  expect((await exporting).suggestedFilename()).toMatch(/^genba-.*\.json$/)

  const colleague = await openTablet()
  await colleague.beginAs('佐藤')
  await expect(colleague.page.getByText(anAuditHeader.subject).first()).toBeVisible()
  await expectJudged(colleague.page, audit, 'A04', '不適合')
})

test('a damaged page of the log is fetched again, and the rest is open meanwhile', async ({ server, openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await judge(page, audit, 'A04', '不適合')
  await writeNote(page, longNote)
  await noteField(page).blur()
  await expect(page.getByText('A04 の所見を変更').first()).toBeVisible()
  await waitForPages(page, 1)
  await judge(page, audit, 'A07', '適合')
  await waitForPages(page, 2)
  await server.stop()
  await damageLastRow(page, 'segments')

  await tablet.open(`${audit}/checklist/A04`)
  await expect(page.getByText('端末の控えに傷んだ部分がありました')).toBeVisible()
  await expectJudged(page, audit, 'A04', '不適合')
  await expect
    .poll(() =>
      noteField(page)
        .inputValue()
        .then(({ length }) => length),
    )
    .toBe(longNote.length)
  await expectJudged(page, audit, 'A07', undefined)

  await server.start()
  await expectJudgedSoon(page, audit)
  await expectAllSent(page)
})

test('an audit whose only page is damaged says so, and opens once the server is there', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await judge(page, audit, 'A07', '適合')
  await waitForPages(page, 1)
  await server.stop()
  await damageLastRow(page, 'segments')

  await tablet.open(`${audit}/checklist/A07`)
  await expect(page.getByText('端末の控えに傷んだ部分がありました').first()).toBeVisible()
  await expect(page.getByText('サーバーから取り直します。', { exact: false })).toBeVisible()
  await server.start()
  await expectJudgedSoon(page, audit)
})

test('an audit whose snapshot is damaged opens from its log, with every entry, and nobody is troubled', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  const journal = new ConfirmedJournal()
  await journal.judge(page, audit, 'A04', '不適合')
  await expectAllSent(page)
  await server.stop()
  await journal.judge(page, audit, 'A07', '不適合')
  // Written when the audit is left.
  await go(page, '/')
  await expect.poll(() => countRows(page, 'snapshots')).toBe(1)
  await damageLastRow(page, 'snapshots')

  await tablet.open(`${audit}/checklist/A04`)
  await journal.expectOnScreen(page, audit)
  await expect(page.getByText('傷んだ部分がありました')).toHaveCount(0)
  await server.start()
  await expectAllSent(page)
  await journal.expectAtServer(server.origin)
})

/** Everything is sent and has come back in pages of the log. */
async function waitForPages(page: Page, pages: number): Promise<void> {
  await expect.poll(() => countRows(page, 'operations'), { timeout: 45_000 }).toBe(0)
  await expect.poll(() => countRows(page, 'segments')).toBe(pages)
}

async function expectJudgedSoon(page: Page, audit: string): Promise<void> {
  await expect(
    page.getByRole('group', { name: /^A07 / }).getByRole('radio', { name: '適合', exact: true }),
  ).toBeChecked({
    timeout: 90_000,
  })
  await expectJudged(page, audit, 'A07', '適合')
}
