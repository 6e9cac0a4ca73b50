// A signed audit stays as it was signed: what a tablet entered without knowing of it waits until a person decides, and a sign-off that
// had not seen everything does not count.
import { expect, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, go, judge } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import type { Tablet } from '../support/Tablet.ts'

/** Both tablets have the same audit open, A04 judged conforming and everything sent. */
async function twoTablets(openTablet: () => Promise<Tablet>): Promise<{ tanaka: Tablet; sato: Tablet; audit: string }> {
  const [tanaka, sato] = [await openTablet(), await openTablet()]
  await tanaka.beginAs('田中')
  await createAudit(tanaka.page, anAuditHeader)
  const audit = auditPath(tanaka.page)
  await judge(tanaka.page, audit, 'A04', '適合')
  await expectAllSent(tanaka.page)
  await sato.beginAs('佐藤')
  await sato.open(`${audit}/checklist/A04`)
  await expect(answerTo(sato.page, 'A04').getByRole('radio', { name: '適合', exact: true })).toBeChecked()
  await expectAllSent(sato.page)
  return { tanaka, sato, audit }
}

const answerTo = (page: Page, question: string) => page.locator(`[data-question="${question}"]`)

async function completeChecks(page: Page, audit: string): Promise<void> {
  await go(page, `${audit}/checklist/A04`)
  await page.getByRole('button', { name: '点検を完了' }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: '完了する' }).click()
  await page.waitForURL(/\/findings/)
  await expectAllSent(page)
}

async function sign(page: Page, audit: string): Promise<void> {
  await go(page, `${audit}/sign-off`)
  await page.getByRole('button', { name: '署名する' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '署名する' }).click()
}

/** Confirmed by the server, which is when a colleague's entry comes late. */
async function signAndSend(page: Page, audit: string): Promise<void> {
  await sign(page, audit)
  await expect(heading(page, '署名済み')).toBeVisible({ timeout: 45_000 })
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

async function expectSealed(page: Page, audit: string, answer: string): Promise<void> {
  await go(page, `${audit}/checklist/A04`)
  await expect(answerTo(page, 'A04').getByText(answer, { exact: true }).filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
}

test('an entry made without knowing of a sign-off waits, and counts once a person has decided so', async ({
  openTablet,
}) => {
  const { tanaka, sato, audit } = await twoTablets(openTablet)
  await sato.setOffline(true)
  await judge(sato.page, audit, 'A04', '不適合')

  await completeChecks(tanaka.page, audit)
  await go(tanaka.page, `${audit}/checklist/A04`)
  await tanaka.page.getByRole('link', { name: '署名へ進む' }).first().click()
  await signAndSend(tanaka.page, audit)
  await expectSealed(tanaka.page, audit, '適合')

  await sato.setOffline(false)
  const mine = sato.page.getByText('この端末の入力 1件が確認待ちです')
  await expect(mine).toBeVisible({ timeout: 45_000 })
  await expectSealed(sato.page, audit, '適合')
  await sato.page.getByRole('link', { name: '確認する' }).click()
  await expect(sato.page.getByText('署名のあとに記録されたため、確認待ちです。')).toBeVisible()

  await expect(tanaka.page.getByText('署名後に届いた入力が 1件あります')).toBeVisible({ timeout: 45_000 })
  await tanaka.page.getByRole('link', { name: '確認する' }).click()
  const entry = tanaka.page.getByRole('region', { name: '署名後に届いた入力' }).getByRole('listitem')
  await expect(entry).toHaveCount(1)
  for (const words of ['佐藤', '署名した内容', '届いた内容']) await expect(entry.getByText(words).first()).toBeVisible()
  await entry.getByRole('button', { name: '反映する' }).click()
  await expect(entry.getByText('理由を書いてください。', { exact: true })).toBeVisible()
  await entry.getByRole('textbox', { name: '理由' }).fill('現地で佐藤が確認した')
  await entry.getByRole('button', { name: '反映する' }).click()
  await expect(tanaka.page.getByText('確認待ちの入力はありません')).toBeVisible()

  for (const { page } of [tanaka, sato]) await expectSealed(page, audit, '不適合')
})

test('an entry that is not to count stays beside the audit, also after it was reopened', async ({ openTablet }) => {
  const { tanaka, sato, audit } = await twoTablets(openTablet)
  await sato.setOffline(true)
  await judge(sato.page, audit, 'A04', '不適合')
  await completeChecks(tanaka.page, audit)
  await signAndSend(tanaka.page, audit)
  await sato.setOffline(false)

  const late = tanaka.page.getByRole('region', { name: '署名後に届いた入力' })
  await expect(late.getByText('1件が確認待ちです')).toBeVisible({ timeout: 45_000 })
  await late.getByRole('textbox', { name: '理由' }).fill('別の機器の記録だった')
  await late.getByRole('button', { name: '反映しない' }).click()
  await expect(late.getByText('反映しなかった入力　1件')).toBeVisible()

  await tanaka.page.getByRole('button', { name: '再開する' }).click()
  const dialog = tanaka.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '再開する' }).click()
  await expect(dialog.getByText('理由を書いてください。')).toBeVisible()
  await dialog.getByRole('textbox', { name: '再開の理由' }).fill('追加の確認')
  await dialog.getByRole('button', { name: '再開する' }).click()
  await expect(tanaka.page.getByText('署名のあと再開されています')).toBeVisible()
  await expect(late.getByText('反映しなかった入力　1件')).toBeVisible()
  for (const { page } of [tanaka, sato]) {
    await go(page, `${audit}/checklist/A04`)
    const answers = answerTo(page, 'A04')
    await expect(answers.getByRole('radio', { name: '適合', exact: true })).toBeChecked({ timeout: 45_000 })
  }
})

test('a sign-off made offline waits for the server, and does not count where colleagues were faster', async ({
  openTablet,
}) => {
  const { tanaka, sato, audit } = await twoTablets(openTablet)
  await completeChecks(tanaka.page, audit)
  await tanaka.setOffline(true)
  await sign(tanaka.page, audit)
  await expect(heading(tanaka.page, '署名済み（サーバーの確認待ち）')).toBeVisible()

  await judge(sato.page, audit, 'A07', '不適合')
  await expectAllSent(sato.page)
  await tanaka.setOffline(false)
  await expect(tanaka.page.getByText('署名は成立しませんでした')).toBeVisible({ timeout: 45_000 })

  await signAndSend(tanaka.page, audit)
  await go(sato.page, `${audit}/checklist/A07`)
  await expect(sato.page.getByText('署名済みの監査です')).toBeVisible({ timeout: 45_000 })
  await expect(answerTo(sato.page, 'A07').getByText('不適合', { exact: true }).first()).toBeVisible()
})
