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

/** What Vue leaves on the element that an app is mounted on. */
interface AppElement extends Element {
  readonly __vue_app__?: {
    readonly config: { readonly globalProperties: { readonly $router?: { push(path: string): Promise<unknown> } } }
  }
}

/** Goes to a screen of the app by its address, without loading the page anew, and waits until that screen is there. */
export async function go(page: Page, path: string): Promise<void> {
  // A page that is still starting would go back to the address it was opened with.
  await expect(page.locator('main')).not.toBeEmpty()
  await page.evaluate(async (to) => {
    const router = document.querySelector<AppElement>('#app')?.__vue_app__?.config.globalProperties.$router
    if (router === undefined) throw new Error('no app with screens is mounted')
    // A screen whose files cannot be had is a matter of the screens: the page says so.
    await router.push(to).catch(() => undefined)
    // A screen that was left would still take what is typed.
    await new Promise((resolve) => setTimeout(resolve))
  }, path)
  await page.waitForURL((url) => `${url.pathname}${url.search}`.startsWith(path))
}

function answersTo(page: Page, question: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${question} .*、判定$`) })
}

export async function judge(page: Page, audit: string, question: string, answer: string): Promise<void> {
  await go(page, `${audit}/checklist/${question}`)
  await answersTo(page, question).getByRole('radio', { name: answer, exact: true }).click()
  await expect(page.getByText(`${question} を「${answer}」に変更`).last()).toBeVisible()
  // These go on to the next unanswered question by themselves: what comes after must not race with that.
  if (answer === '適合' || answer === '対象外') await page.waitForURL((url) => !url.pathname.endsWith(`/${question}`))
}

/** `undefined` for a question without an answer. */
export async function expectJudged(
  page: Page,
  audit: string,
  question: string,
  answer: string | undefined,
): Promise<void> {
  await go(page, `${audit}/checklist/${question}`)
  const answers = answersTo(page, question)
  if (answer === undefined) {
    await expect(answers.getByRole('radio')).toHaveCount(4)
    await expect(answers.getByRole('radio', { checked: true })).toHaveCount(0)
  } else {
    await expect(answers.getByRole('radio', { name: answer, exact: true })).toBeChecked()
  }
}

export function noteField(page: Page): Locator {
  return page.getByRole('textbox', { name: '所見' })
}

export async function listMedia(page: Page, audit: string, tags: readonly string[]): Promise<void> {
  await go(page, `${audit}/roster/media`)
  for (const tag of tags) {
    await page.getByLabel('管理番号・シリアル番号').fill(tag)
    await page.getByLabel('種類・特徴').fill('ＵＳＢ')
    await page.getByRole('button', { name: '追加', exact: true }).click()
    await expect(page.getByText(tag, { exact: true }).first()).toBeVisible()
  }
}

/** On the list of items, where each has its answers. */
export async function judgeItem(page: Page, question: string, tag: string, answer: string): Promise<void> {
  const group = page.getByRole('group', { name: new RegExp(`^${question} ${tag}.*、判定$`) })
  await group.getByRole('radio', { name: answer, exact: true }).click()
  await expect(group.getByRole('radio', { name: answer, exact: true })).toBeChecked()
}

export async function raiseFindingFrom(page: Page, audit: string, question: string): Promise<void> {
  await go(page, `${audit}/checklist/${question}`)
  await page.getByRole('button', { name: /指摘にする/ }).click()
  const opened = page.getByRole('button', { name: /指摘 .*開く/ })
  const isAway = /\/findings\//.test(page.url())
  if (!isAway) await opened.click()
  await expect(page).toHaveURL(/\/findings\/.+/)
}

export interface NewMeasure {
  readonly type: string
  readonly text: string
  /** ISO day. */
  readonly doneOn: string
}

export async function addMeasure(page: Page, measure: NewMeasure): Promise<void> {
  const cards = page.getByRole('article', { name: /^措置/ })
  const before = await cards.count()
  await page.getByRole('group', { name: '措置を追加' }).getByRole('button', { name: measure.type }).click()
  const card = cards.nth(before)
  await card.getByRole('textbox', { name: '措置内容' }).fill(measure.text)
  await card.getByRole('radio', { name: '措置済' }).click()
  await card.getByLabel('措置日', { exact: true }).fill(measure.doneOn)
  await card.getByLabel('措置日', { exact: true }).blur()
}

/**
 * A back-off may have grown to minutes by design while the server was away, and the slower the machine the longer: what is not there
 * by itself in half a minute is asked for once more, as by Wi-Fi that comes back.
 */
export async function expectAllSent(page: Page): Promise<void> {
  const synced = page.getByRole('button', { name: /^同期済み/ })
  const isThere = await synced.waitFor({ timeout: 30_000 }).then(
    () => true,
    () => false,
  )
  if (!isThere) await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(synced).toBeVisible({ timeout: 45_000 })
}

/** On the page of conflicts: takes the version that a colleague wrote. */
export async function settleWith(page: Page, author: string): Promise<void> {
  await page
    .getByRole('radio', { name: new RegExp(author) })
    .first()
    .check({ force: true })
  await page.getByRole('button', { name: 'この内容で確定' }).click()
}

export const anAuditHeader: NewAudit = {
  unit: '健康局',
  subject: '予約システムの情報セキュリティ対策に関する事務',
  reportNo: '報告監６の第７号',
}

/** Writes a note into the open question and leaves it on the tablet as text in progress. */
export async function writeNote(page: Page, text: string): Promise<void> {
  await noteField(page).fill(text)
  await expect(page.getByText(/^保存済み/).first()).toBeVisible()
}

/** The pill in the title bar, by the beginning of its sentence. */
export function pill(page: Page, sentence: string): Locator {
  // In a name every space counts as a plain one.
  return page.getByRole('button', { name: new RegExp(`^${sentence.replaceAll('　', ' ')}`) })
}

/** Opens the list behind the pill, whatever the pill says. */
export async function openSyncPanel(page: Page): Promise<Locator> {
  await page.getByRole('banner').locator('button.pill').click()
  return page.getByRole('dialog', { name: '送信の状態' })
}

/** Hands the tablet over: whoever reads agrees to everything and signs with the typed name. */
export async function confirmFacts(page: Page, audit: string, name: string): Promise<void> {
  await go(page, `${audit}/facts`)
  await page.getByRole('button', { name: 'タブレットを渡して始める' }).click()
  const sheet = page.getByRole('dialog', { name: '事実の確認' })
  for (const choice of await sheet.getByRole('radio', { name: '相違ない' }).all()) await choice.check({ force: true })
  await sheet.getByRole('textbox', { name: '氏名' }).fill(name)
  await sheet.getByRole('checkbox', { name: /入力した氏名を署名とする/ }).check()
  await sheet.getByRole('button', { name: '署名して確定' }).click()
  await expect(page.getByText('署名を受けました')).toBeVisible()
}
