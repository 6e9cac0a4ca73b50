// The browser is killed the instant after the screen has said 保存済み, again and again: every word of it is there at the next start.
import { auditPath, createAudit, anAuditHeader, expectAllSent } from '../../support/auditorActions.ts'
import { test } from '../../support/auditorTest.ts'
import { ConfirmedJournal } from '../../support/ConfirmedJournal.ts'

const questions = ['A04', 'A05', 'A06', 'A07', 'A11', 'A12']
/** A start of Firefox takes as long as six of Chromium. */
const firefoxRounds = 3

test('nothing that was called saved is lost to a browser that is killed right after it', async ({
  browserName,
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  await expectAllSent(tablet.page)
  await server.kill()
  const journal = new ConfirmedJournal()

  const rounds = browserName === 'firefox' ? questions.slice(0, firefoxRounds) : questions
  for (const [round, question] of rounds.entries()) {
    await journal.judge(tablet.page, audit, question, '不適合')
    if (round % 2 === 0) await journal.write(tablet.page, audit, question, `${question} の所見。途中で電源が`)
    await tablet.killAndReopen(`${audit}/checklist/${question}`)
  }
  await journal.expectOnScreen(tablet.page, audit)
  await server.start()
  await expectAllSent(tablet.page)
  await journal.expectAtServer(server.origin)
})
