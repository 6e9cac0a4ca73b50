// A tablet's storage was copied to another machine, so two devices believe that they are the same one. Both people's entries are kept:
// the server notices, one of the two becomes another device, and everybody sees everything.
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { readServerLog } from '../support/readServerLog.ts'

test('what was written on a tablet and on its copy is all kept, and both see it', async ({
  folder,
  server,
  openTablet,
}) => {
  const [ofOriginal, ofCopy] = [join(folder, 'original'), join(folder, 'copy')]
  const original = await openTablet({ profile: ofOriginal })
  await original.beginAs('田中')
  await createAudit(original.page, anAuditHeader)
  const audit = auditPath(original.page)
  const journal = new ConfirmedJournal()
  await journal.judge(original.page, audit, 'A04', '不適合')
  await expectAllSent(original.page)
  await server.stop()
  await journal.judge(original.page, audit, 'A05', '不適合')
  await original.close()
  await cp(ofOriginal, ofCopy, { recursive: true })
  await original.reopen(`${audit}/checklist/A04`)
  const copy = await openTablet({ profile: ofCopy })
  await copy.open(`${audit}/checklist/A04`)

  await journal.judge(original.page, audit, 'A07', '不適合')
  await journal.judge(copy.page, audit, 'A11', '不適合')
  await journal.judge(copy.page, audit, 'A12', '不適合')
  await server.start()
  await journal.expectAtServer(server.origin)
  for (const { page } of [original, copy]) {
    await expectAllSent(page)
    await journal.expectOnScreen(page, audit)
  }

  await journal.judge(original.page, audit, 'C01', '不適合')
  await journal.judge(copy.page, audit, 'C02', '不適合')
  await journal.expectAtServer(server.origin)
  const writers = new Set((await readServerLog(server.origin)).map(({ device }) => device))
  expect(writers.size).toBe(2)
})
