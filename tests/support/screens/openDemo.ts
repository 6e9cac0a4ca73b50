// The demo's two sample audits on a server of their own, open on a tablet, with two real conflicts: made by two people offline.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { expectAllSent, go, noteField } from '../auditorActions.ts'
import { startGenbaServer } from '../startGenbaServer.ts'
import { watchPage, type PageTrouble } from './watchPage.ts'

const program = fileURLToPath(new URL('../../../dist/server/demo.js', import.meta.url))

export interface Demo {
  readonly origin: string
  /** 田中's tablet, online, all sent but for the conflicts. */
  readonly page: Page
  /** Paths of the two audits: `/audits/…`. */
  readonly halfDone: string
  readonly finished: string
  readonly trouble: PageTrouble
  dispose(): Promise<void>
}

export async function openDemo(browser: Browser, options: BrowserContextOptions): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-demo-'))
  // The program fills a folder only that is not there yet.
  const server = await startGenbaServer({ program, dataDir: join(folder, 'data') })
  const [tanaka, sato] = [await browser.newContext(options), await browser.newContext(options)]
  const page = await beginAs(tanaka, server.origin, '田中')
  const trouble = watchPage(page, server.origin)
  const [halfDone, finished] = [await auditOf(page, '市民局'), await auditOf(page, '健康局')]
  const other = await beginAs(sato, server.origin, '佐藤')
  await makeConflicts([page, other], { halfDone, finished })
  await sato.close()
  return {
    origin: server.origin,
    page,
    halfDone,
    finished,
    trouble,
    dispose: async () => {
      await tanaka.close()
      await server.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function beginAs(context: BrowserContext, origin: string, name: string): Promise<Page> {
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  await page.goto(origin)
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return page
}

export async function auditOf(page: Page, unit: string): Promise<string> {
  const row = page.locator('a[href^="/audits/audit-"]').filter({ hasText: unit }).first()
  const card = page.locator('section, article').filter({ hasText: unit }).locator('a[href^="/audits/audit-"]').first()
  const href = await row.or(card).first().getAttribute('href')
  const path = /^\/audits\/[^/]+/.exec(href ?? '')?.[0]
  if (path === undefined) throw new Error(`the demo has no audit of ${unit}`)
  return path
}

const versions = {
  note: [
    '８月の実施分だけ、管理表の日付が更新履歴より１日遅い。記入は翌朝に行っているとのこと。',
    '８月の実施分の日付が更新履歴と合わない。ほかの３回は一致した。',
  ],
  measure: [
    '令和６年２月に使用簿の様式を改め、使うたびに情報セキュリティ責任者が確かめて承認するようにした。',
    '令和５年11月から令和６年１月までの３か月分は、情報セキュリティ責任者が毎月１回まとめて確かめた。',
  ],
} as const

/** Both write the same note and the same measure while neither can send. */
async function makeConflicts(
  pages: readonly [Page, Page],
  { halfDone, finished }: Pick<Demo, 'halfDone' | 'finished'>,
): Promise<void> {
  for (const page of pages) await expectAllSent(page)
  for (const [index, page] of pages.entries()) {
    await page.context().setOffline(true)
    await go(page, `${halfDone}/checklist/A06`)
    await noteField(page).fill(versions.note[index] ?? '')
    await noteField(page).blur()
    await go(page, `${finished}/findings`)
    await page
      .getByRole('link', { name: /２（２）/ })
      .first()
      .click()
    const measure = page.getByRole('article', { name: /^措置/ }).nth(2)
    await measure.getByRole('textbox', { name: '措置内容' }).fill(versions.measure[index] ?? '')
    await measure.getByRole('textbox', { name: '措置内容' }).blur()
    await page
      .getByText(/^保存済み/)
      .first()
      .waitFor()
  }
  for (const page of pages) await page.context().setOffline(false)
  for (const page of pages) {
    await page.getByRole('button', { name: '確認が必要 1件' }).waitFor({ timeout: 45_000 })
  }
}
