// The demo's finished audit, issued, then signed off by 田中 while 佐藤 was offline: two of 佐藤's entries wait for a decision, one was set
// aside.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { expectAllSent, go, noteField } from '../auditorActions.ts'
import { startGenbaServer } from '../startGenbaServer.ts'
import { auditOf, beginAs } from './openDemo.ts'
import { watchPage, type PageTrouble } from './watchPage.ts'

const program = fileURLToPath(new URL('../../../dist/server/demo.js', import.meta.url))

export interface SignedDemo {
  /** 田中's tablet; 佐藤's, whose entries they are. */
  readonly page: Page
  readonly other: Page
  /** Paths of the signed audit and of the one that is half done. */
  readonly signed: string
  readonly halfDone: string
  readonly trouble: PageTrouble
  dispose(): Promise<void>
}

export async function openSignedDemo(browser: Browser, options: BrowserContextOptions): Promise<SignedDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-signed-'))
  const server = await startGenbaServer({ program, dataDir: join(folder, 'data') })
  const [tanaka, sato] = [await browser.newContext(options), await browser.newContext(options)]
  const [page, other] = [await beginAs(tanaka, server.origin, '田中'), await beginAs(sato, server.origin, '佐藤')]
  const trouble = watchPage(page, server.origin)
  const [halfDone, signed] = [await auditOf(page, '市民局'), await auditOf(page, '健康局')]
  for (const each of [page, other]) await expectAllSent(each)
  await issue(page, signed)
  await expectAllSent(page)
  await enterOffline(other, signed)
  await signOff(page, signed)
  await sato.setOffline(false)
  await setOneAside(page)
  return {
    page,
    other,
    signed,
    halfDone,
    trouble,
    dispose: async () => {
      await tanaka.close()
      await sato.close()
      await server.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** So that its unit sees its findings. */
async function issue(page: Page, audit: string): Promise<void> {
  await go(page, `${audit}/findings`)
  const findings = page.getByRole('complementary', { name: '指摘の一覧' }).getByRole('link', { name: /^２（/ })
  await expect(findings).toHaveCount(3)
  for (const finding of await findings.all()) {
    await finding.click()
    await page.getByRole('button', { name: '承認する' }).click()
    await expect(page.getByRole('button', { name: '承認する' })).toHaveCount(0)
  }
  await go(page, `${audit}/issue`)
  await page.getByRole('button', { name: '発行する' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '発行する' }).click()
  await expect(page.getByRole('heading', { name: '発行済み', exact: true })).toBeVisible({ timeout: 45_000 })
}

const notes = {
  A04: '手順書は令和５年10月に改訂されたものが共有フォルダにあった。担当者は印刷した古い版を使っていた。',
  A05: '４回とも更新履歴と一致した。',
  A06: '更新の連絡は電子メールのみで、受け取りの確認がなかった。',
} as const

async function enterOffline(page: Page, audit: string): Promise<void> {
  await go(page, `${audit}/checklist/A04`)
  await page.context().setOffline(true)
  for (const [question, note] of Object.entries(notes)) {
    await go(page, `${audit}/checklist/${question}`)
    await page.locator(`#details-${question}`).waitFor()
    await noteField(page).fill(note)
    await noteField(page).blur()
    await page
      .getByText(/^保存済み/)
      .first()
      .waitFor()
  }
}

async function signOff(page: Page, audit: string): Promise<void> {
  await go(page, `${audit}/sign-off`)
  await page.getByRole('button', { name: '署名する' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '署名する' }).click()
  await expect(page.getByRole('heading', { name: '署名済み', exact: true })).toBeVisible({ timeout: 45_000 })
}

async function setOneAside(page: Page): Promise<void> {
  const late = page.getByRole('region', { name: '署名後に届いた入力' })
  await expect(late.getByText('3件が確認待ちです')).toBeVisible({ timeout: 45_000 })
  const entry = late.getByRole('listitem').filter({ hasText: 'A05' })
  await entry.getByRole('textbox', { name: '理由' }).fill('報告書に影響しないため')
  await entry.getByRole('button', { name: '反映しない' }).click()
  await expect(late.getByText('2件が確認待ちです')).toBeVisible()
}
