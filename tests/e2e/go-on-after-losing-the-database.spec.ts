// The browser has thrown the tablet's data away, or it is damaged beyond reading: the app says so, what the server has comes back, and
// nothing written from then on is mixed up with what was there before.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, expectJudged } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { readServerLog } from '../support/readServerLog.ts'

const cleared = 'この端末に保存していた内容が消えています'

interface Loss {
  readonly name: string
  readonly inflict: (profile: string) => Promise<unknown>
}

const losses: readonly Loss[] = [
  { name: 'thrown away by the browser', inflict: (folder) => rm(databaseIn(folder), { recursive: true }) },
  { name: 'damaged on the disk', inflict: (folder) => damageFiles(databaseIn(folder)) },
]

for (const { name, inflict } of losses) {
  test(`a database that was ${name} between two starts is noticed, counted and filled again`, async ({
    folder: profile,
    server,
    openTablet,
  }) => {
    const tablet = await openTablet({ profile })
    await tablet.beginAs('田中')
    await createAudit(tablet.page, anAuditHeader)
    const audit = auditPath(tablet.page)
    const sent = new ConfirmedJournal()
    await sent.judge(tablet.page, audit, 'A04', '不適合')
    await sent.expectAtServer(server.origin)
    await expectAllSent(tablet.page)
    const { length } = await readServerLog(server.origin)
    await server.stop()
    await new ConfirmedJournal().judge(tablet.page, audit, 'A07', '不適合')
    // How many there are is noted outside the database a moment later.
    await expect.poll(() => notedEntries(tablet.page)).toBe(length + 1)
    await tablet.close()
    await inflict(profile)
    await server.start()
    await tablet.reopen('/')

    const { page } = tablet
    await expect(page.getByRole('heading', { name: cleared })).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('この端末だけにあった').locator('xpath=..').getByText('1件')).toBeVisible()
    await goOnAs(page, '田中')
    await expectBack(page, audit, sent)
    await sent.judge(page, audit, 'A11', '不適合')
    await expectAllSent(page)
    await sent.expectAtServer(server.origin)
  })
}

test('data cleared while the app is open is noticed at the next tap, and that tap is kept', async ({
  folder: profile,
  server,
  openTablet,
}) => {
  const tablet = await openTablet({ profile })
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  const journal = new ConfirmedJournal()
  await journal.judge(page, audit, 'A04', '不適合')
  await expectAllSent(page)
  await clearDatabase(await tablet.openTab('/healthz'), server.origin)
  await page.bringToFront()
  await page.getByRole('group', { name: /^A07 / }).getByRole('radio', { name: '不適合', exact: true }).click()
  // The page has loaded itself anew: into what was cleared it writes nothing.
  await expect(page.getByRole('heading', { name: cleared })).toBeVisible({ timeout: 20_000 })
  await goOnAs(page, '田中')
  await expectBack(page, audit, journal)
  await expectJudged(page, audit, 'A07', '不適合')
  await journal.judge(page, audit, 'A11', '不適合')
  await expectAllSent(page)
  await journal.expectAtServer(server.origin)
})

function notedEntries(page: Page): Promise<number> {
  return page.evaluate(() => {
    const noted = JSON.parse(localStorage.getItem('genba.written') ?? '{}') as { heads?: Record<string, number> }
    return Object.values(noted.heads ?? {}).reduce((sum, n) => sum + n, 0)
  })
}

/** Until the browser has closed every connection; `beside` is a page of the same origin in which no app runs. */
async function clearDatabase(beside: Page, origin: string): Promise<void> {
  await beside.evaluate(async () => {
    const opening = indexedDB.open('genba')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    opening.result.onclose = () => (document.title = 'closed')
  })
  const session = await beside.context().newCDPSession(beside)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await expect(beside).toHaveTitle('closed')
}

/** Who uses this tablet was kept in the database, too. */
async function goOnAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '続ける' }).click()
  await page.getByLabel('お名前').fill(name)
  await page.getByRole('button', { name: '始める' }).click()
}

async function expectBack(page: Page, audit: string, journal: ConfirmedJournal): Promise<void> {
  await expect(page.getByText(anAuditHeader.subject).first()).toBeVisible({ timeout: 45_000 })
  await journal.expectOnScreen(page, audit)
}

function databaseIn(folder: string): string {
  return join(folder, 'Default', 'IndexedDB')
}

/** Turns the bytes in the middle of every file around. */
async function damageFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    const middle = bytes.length >> 1
    await writeFile(
      path,
      bytes.map((byte, at) => (Math.abs(at - middle) < 512 ? byte ^ 0xff : byte)),
    )
  }
}
