// What an auditor does on the screens, in the words on them. Specs say what is done; this file knows where to tap.
import { expect, type Locator, type Page } from '@playwright/test'

export interface NewAudit {
  readonly unit: string
  readonly subject: string
  readonly reportNo: string
}

export async function createAudit(page: Page, audit: NewAudit): Promise<void> {
  await page.getByRole('link', { name: '新しい監査' }).first().click()
  await page.getByLabel('所管所属').fill(audit.unit)
  await page.getByLabel('監査の対象').fill(audit.subject)
  await page.getByLabel('報告番号').fill(audit.reportNo)
  await page.getByLabel('指摘№の章').fill('2')
  await page.getByRole('button', { name: '作成して点検へ' }).click()
  await expect(page).toHaveURL(/\/checklist\//)
}

/** Path of the open audit without the screen: `/audits/audit-…`. */
export function auditPath(page: Page): string {
  const match = /\/audits\/[^/]+/.exec(new URL(page.url()).pathname)
  if (match === null) throw new Error(`no audit is open at ${page.url()}`)
  return match[0]
}

export async function openQuestion(page: Page, question: string): Promise<Locator> {
  const path = `${auditPath(page)}/checklist/${question}`
  if (new URL(page.url()).pathname !== path) await go(page, path)
  const row = page.getByRole('group', { name: new RegExp(`^${question} .*判定$`) })
  return row
}

/** Inside the app without loading it anew, as a link would. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)
  await page.waitForURL(`**${path}`)
}

export async function judge(page: Page, question: string, answer: string): Promise<void> {
  const row = await openQuestion(page, question)
  await row.getByText(answer, { exact: true }).click()
}

export async function expectJudged(page: Page, question: string, answer: string): Promise<void> {
  const row = await openQuestion(page, question)
  await expect(row.getByRole('radio', { name: answer })).toBeChecked()
}
