// The tab crashes in the middle of a sentence: the next one opens with the text.
import { expect, type Page } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  go,
  noteField,
  raiseFindingFrom,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { waitUntil } from '../support/waitUntil.ts'

const remarkField = (page: Page) => page.getByRole('textbox', { name: '内容' })

/** In the page: whether words of a form that was not sent are in the database. */
async function hasUnsentWords(): Promise<boolean> {
  const [known] = await indexedDB.databases()
  const opening = indexedDB.open(known?.name ?? '')
  const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)))
  const reading = database.transaction('drafts').objectStore('drafts').getAllKeys()
  const keys = await new Promise<IDBValidKey[]>((resolve) => (reading.onsuccess = () => resolve(reading.result)))
  database.close()
  return keys.some((key) => Array.isArray(key) && key[2] === 'unsent/remark')
}

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

  // A remark is recorded by its button alone: half of one is kept, and read by nobody else.
  await raiseFindingFrom(tablet.page, audit, 'A04')
  const finding = new URL(tablet.page.url()).pathname
  await tablet.page.getByRole('button', { name: 'コメント・質問を書く' }).click()
  await remarkField(tablet.page).pressSequentially('更新の記録は')
  await waitUntil('the words are kept', () => tablet.page.evaluate(hasUnsentWords))
  await tablet.crashTabAndReopen(finding)
  await expect(remarkField(tablet.page)).toHaveValue('更新の記録は')
  await expectAllSent(tablet.page)
  await journal.expectAtServer(server.origin)
})
