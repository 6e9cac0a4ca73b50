// The computed checks without a network, with the facts of the published report: machines that were not updated since they were
// replaced, a plan that lacks what the specification asks for, a sample of ten. What the screens count is what the findings say.
import { existsSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, go } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'

const facts = {
  renewed: '令和４年１月',
  items: ['障害管理', '障害保守'],
  elements: '実施方法、内容、実施サイクル、対応策、報告',
} as const

/** It lies beside the repository on the makers' machines and is never copied into it. */
const published = new URL('../../../shared/domain/published-report.txt', import.meta.url)
const stale = ['予約-01', '予約-02']

test('what is computed from machines, a work plan and a sample is what the findings say', async ({ openTablet }) => {
  if (existsSync(published)) {
    const report = readFileSync(published, 'utf8').replace(/\s+/g, '')
    expect(
      [`${facts.renewed}の機器更新以降`, ...facts.items, facts.elements].filter((fact) => !report.includes(fact)),
    ).toEqual([])
  }
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await expectAllSent(page)
  await tablet.setOffline(true)

  await test.step('machines: days over the limit, the gap since the replacement, the worst first', async () => {
    await list(page, `${audit}/roster/machines`, '機器番号・ホスト名', ['予約-00', ...stale])
    await go(page, `${audit}/checks/currency`)
    for (const machine of stale) {
      await row(page, machine).click()
      await page.getByLabel('パターンファイルの日付').fill('2022-01-14')
      await page.getByLabel('機器を更新した日 和暦で入力').fill(facts.renewed)
      await page.getByLabel('機器を更新した日 和暦で入力').press('Enter')
      await expect(row(page, machine)).toContainText(/機器更新後 [\d,]+日 更新なし/)
    }
    await page.getByRole('button', { name: '悪い順に並べ直す' }).click()
    await expect(
      page.getByRole('list', { name: '機器ごとのパターンファイル' }).getByRole('button').first(),
    ).toContainText('予約-01')
    await page.getByRole('button', { name: '超過 2台を不適合にする' }).click()
    const days = /([\d,]+)日経過/.exec((await words(page).first().textContent()) ?? '')?.[1]
    await expect(row(page, stale[0] ?? '')).toContainText(`${String(days)}日`)
    await expect(words(page)).toHaveText(
      new RegExp(
        `３台のうち２台が${facts.renewed}の機器更新以降更新されていなかった（ファイルの日付は令和４年１月14日`,
      ),
    )
    await expectRaised(page, '３台のうち２台')
  })

  await test.step('the plan: one tap a cell, and an item that is not in it at all', async () => {
    await list(page, `${audit}/roster/specification-items`, '項目名', [...facts.items, '定期点検'])
    await go(page, `${audit}/checks/matrix`)
    await cell(page, '障害管理', '記載').click()
    await cell(page, '障害管理', '記載').click()
    await expect(cell(page, '障害管理', '実施方法')).toContainText('なし')
    await page.keyboard.press('ArrowRight')
    await expect(cell(page, '障害管理', '実施方法')).toBeFocused()
    await page.keyboard.press('Space')
    await expect(cell(page, '障害管理', '実施方法')).toContainText('あり')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '障害管理 のその他の操作' }).click()
    await page.getByRole('menuitem', { name: 'C03 の回答を開く' }).click()
    await expect(
      page
        .getByRole('group', { name: /^障害管理 / })
        .getByRole('checkbox')
        .first(),
    ).toBeFocused()
    await page.goBack()
    await page.getByRole('button', { name: '障害保守 のその他の操作' }).click()
    await page.getByRole('menuitem', { name: '計画書に記載なし' }).click()
    await page.getByRole('button', { name: '定期点検 のその他の操作' }).click()
    await page.getByRole('menuitem', { name: 'すべて「あり」にする' }).click()
    await expect(page.getByText('3項目中 3項目を確認')).toBeVisible()
    await cell(page, '定期点検', '周期').click()
    await expect(words(page)).toContainText('３項目のうち３項目')
    await page.getByRole('button', { name: /^元に戻す/ }).click()
    await expect(words(page)).toContainText(
      `３項目のうち２項目（${facts.items.join('、')}）について、${facts.elements}の記載`,
    )
    await expectRaised(page, '３項目のうち２項目')
  })

  await test.step('the sample: ten of forty, three of them deficient', async () => {
    await go(page, `${audit}/checklist/B07`)
    await page.getByRole('link', { name: '抽出して確かめる' }).click()
    await page.getByLabel('全体の件数').fill('４０')
    await page.getByRole('button', { name: '抽出する', exact: true }).click()
    await expect(page.getByText('40件から 10件を抽出')).toBeVisible()
    const picks = page.getByRole('list', { name: '抽出した記録' }).getByRole('listitem')
    await expect(picks).toHaveCount(10)
    for (let at = 0; at < 10; at += 1)
      await picks
        .nth(at)
        .getByRole('radio', { name: at < 3 ? '不備あり' : '不備なし' })
        .check({ force: true })
    await picks.first().getByRole('textbox').fill('返却の記載がない')
    await picks.first().getByRole('textbox').blur()
    await page
      .getByRole('group', { name: /^B07 .*、判定$/ })
      .getByRole('radio', { name: '一部' })
      .check({ force: true })
    await expect(words(page)).toContainText('抽出した10件のうち３件')
    await expectRaised(page, '抽出した10件のうち３件')
  })

  await test.step('all of it stands after the tablet was closed, and is sent when there is a network', async () => {
    await tablet.closeAndReopen(`${audit}/checks/sampling`)
    await expect(tablet.page.getByText('40件から 10件を抽出')).toBeVisible()
    await expect(tablet.page.getByRole('textbox', { name: /件目の所見/ }).first()).toHaveValue('返却の記載がない')
    await tablet.setOffline(false)
    await expectAllSent(tablet.page)
  })
})

async function list(page: Page, path: string, label: string, names: readonly string[]): Promise<void> {
  await go(page, path)
  for (const name of names) {
    await page.getByLabel(label, { exact: true }).fill(name)
    await page.getByRole('button', { name: '追加', exact: true }).click()
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
  }
}

const row = (page: Page, machine: string) =>
  page.getByRole('list', { name: '機器ごとのパターンファイル' }).getByRole('button', { name: machine })
const cell = (page: Page, item: string, column: string) =>
  page.getByRole('button', { name: new RegExp(`^${item} ${column} `) })
const words = (page: Page) => page.getByRole('region', { name: '指摘の文' }).getByRole('listitem')

/** Drafts the finding from the check, and reads the same figures in its text. */
async function expectRaised(page: Page, figures: string): Promise<void> {
  await page.getByRole('button', { name: /^指摘にする/ }).click()
  await page.getByRole('button', { name: /^指摘 .*開く$/ }).click()
  await expect(page.getByLabel(/^事実/)).toHaveValue(new RegExp(figures))
}
