// The browser freezes the tab that talks to the server, and a frozen tab keeps its lock: another tab takes its place and sends,
// and the one that wakes up again does no harm.
import { expect, type CDPSession, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { readServerLog } from '../support/readServerLog.ts'

test('another tab sends while the one that talks to the server is frozen, and the woken one does no harm', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  await expectAllSent(tablet.page)
  const journal = new ConfirmedJournal()
  const leading = tablet.page
  const other = await tablet.openTab(`${audit}/checklist/A04`)

  const freezer = await freeze(leading)
  await journal.judge(other, audit, 'A04', '不適合')
  await journal.expectAtServer(server.origin)
  await expectAllSent(other)

  await freezer.send('Page.setWebLifecycleState', { state: 'active' })
  await journal.judge(leading, audit, 'A07', '不適合')
  await journal.judge(other, audit, 'A11', '不適合')
  await journal.expectAtServer(server.origin)
  for (const page of [leading, other]) {
    await expectAllSent(page)
    await journal.expectOnScreen(page, audit)
  }
  const judged = (await readServerLog(server.origin)).filter(({ kind }) => kind === 'answer-judged')
  expect(judged).toHaveLength(3)
})

async function freeze(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  return session
}
