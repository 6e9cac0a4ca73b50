// A tablet that cannot send any more: its unsent work leaves it as one file and reaches the server over another tablet, and by hand at
// the server itself. Whichever comes first, whatever comes again: everything is there, and once.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, go, openSyncPanel } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import type { GenbaServer } from '../support/startGenbaServer.ts'
import { readServerLog } from '../support/readServerLog.ts'

const genba = fileURLToPath(new URL('../../dist/server/genba.js', import.meta.url))
const run = promisify(execFile)

test('unsent work goes over another tablet and over the server itself, and comes to be there once', async ({
  folder,
  server,
  openTablet,
}) => {
  const [stranded, helping] = [await openTablet(), await openTablet()]
  await stranded.beginAs('田中')
  await createAudit(stranded.page, anAuditHeader)
  const audit = auditPath(stranded.page)
  await expectAllSent(stranded.page)
  await helping.beginAs('佐藤')
  await expect(helping.page.getByText(anAuditHeader.subject).first()).toBeVisible()
  await stranded.setOffline(true)
  const journal = new ConfirmedJournal()
  await journal.judge(stranded.page, audit, 'A04', '不適合')
  await journal.judge(stranded.page, audit, 'A05', '不適合')
  const first = await exportTo(stranded.page, join(folder, 'first.json'))

  await test.step('another tablet takes the file and sends it, as the entries of the one who wrote them', async () => {
    await importFrom(helping.page, first)
    await expect(helping.page.getByText('2件を読み込みました')).toBeVisible()
    await journal.expectAtServer(server.origin)
    await journal.expectOnScreen(helping.page, audit)
  })

  await test.step('a later file goes in at the server, with what the first one held in it again', async () => {
    await journal.judge(stranded.page, audit, 'A07', '不適合')
    const second = await exportTo(stranded.page, join(folder, 'second.json'))
    await importAtServer(server, second)
    await journal.expectAtServer(server.origin)
    await importAtServer(server, second)
  })

  await test.step('the tablet itself finds everything sent once it is back, and nothing is there twice', async () => {
    await stranded.setOffline(false)
    await expectAllSent(stranded.page)
    await journal.expectOnScreen(stranded.page, audit)
    // What came in beside the running server nobody was told of: the other tablet looks when it is asked to.
    await (await openSyncPanel(helping.page)).getByRole('button', { name: '今すぐ送信' }).click()
    await helping.page.keyboard.press('Escape')
    await go(helping.page, `${audit}/checklist/A07`)
    await expect(helping.page.getByRole('group', { name: /^A07 / }).getByRole('radio', { name: '不適合' })).toBeChecked(
      {
        timeout: 30_000,
      },
    )
    await journal.expectOnScreen(helping.page, audit)
    const judged = (await readServerLog(server.origin)).filter(({ kind }) => kind === 'answer-judged')
    expect(judged).toHaveLength(3)
    expect(new Set(judged.map(({ device }) => device)).size).toBe(1)
  })
})

async function exportTo(page: Page, path: string): Promise<string> {
  await go(page, '/settings')
  const exporting = page.waitForEvent('download')
  await page.getByRole('button', { name: '書き出し' }).click()
  await (await exporting).saveAs(path)
  return path
}

async function importFrom(page: Page, path: string): Promise<void> {
  await go(page, '/settings')
  await page.getByRole('link', { name: '読み込み' }).click()
  await page.getByLabel('ファイルを選ぶ').setInputFiles(path)
  await page.getByRole('button', { name: /件を読み込む$/ }).click()
}

/** By the command line, beside the running server. */
async function importAtServer({ dataDir }: GenbaServer, path: string): Promise<void> {
  await run(process.execPath, [genba, 'import', path], { env: { ...process.env, GENBA_DATA: dataDir } })
}
