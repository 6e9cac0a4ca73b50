// The tab crashes in the middle of a sentence: the next one opens with the text.
import { expect } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, go, noteField } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'

test('a text is there again after the tab crashed while it was being typed', async ({ server, openTablet }) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  const journal = new ConfirmedJournal()
  await journal.judge(tablet.page, audit, 'A04', '不適合')
  await go(tablet.page, `${audit}/checklist/A11`)
  await noteField(tablet.page).pressSequentially('定義ファイルの日付は')
  await journal.noteWhenSaved(tablet.page, 'A11', '定義ファイルの日付は')
  // These come too late for the pause after which a text is kept.
  await noteField(tablet.page).pressSequentially('三月')

  await tablet.crashTabAndReopen(`${audit}/checklist/A11`)
  await expect(noteField(tablet.page)).toHaveValue(/^定義ファイルの日付は/)
  await journal.expectOnScreen(tablet.page, audit)
  await expectAllSent(tablet.page)
  await journal.expectAtServer(server.origin)
})
