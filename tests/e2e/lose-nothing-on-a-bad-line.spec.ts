// Something between tablet and server answers in the server's place, or the server answers that it cannot: nothing is taken for sent,
// the words behind the pill say why, and once the line is good everything arrives.
import { expect } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  expectJudged,
  judge,
  openSyncPanel,
  pill,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { startFaultyLine, type Fault } from '../support/startFaultyLine.ts'

const json = { 'content-type': 'application/json; charset=utf-8' }
const isPush = (path: string) => path.startsWith('/sync/v1/push')

interface BadLine {
  readonly name: string
  readonly fault: Fault
  /** What the list behind the pill says. */
  readonly words: string
}

const badLines: readonly BadLine[] = [
  {
    name: 'a captive portal that answers everything with a page of its own',
    fault: () => ({ status: 200, body: '<!doctype html><title>Wi-Fi</title><p>利用規約に同意してください。</p>' }),
    words: 'サーバーのかわりにほかのページが応答しました',
  },
  {
    name: 'a busy server that asks to come later',
    fault: () => ({
      status: 503,
      headers: { ...json, 'retry-after': '1' },
      body: '{"error":{"code":"busy","retryAfterMs":1000}}',
    }),
    words: 'サーバーが混み合っています。',
  },
  {
    name: 'a server whose disk is full',
    fault: () => ({
      status: 503,
      headers: { ...json, 'retry-after': '1' },
      body: '{"error":{"code":"storage-full","retryAfterMs":1000}}',
    }),
    words: 'サーバーの空き容量がありません。',
  },
  {
    name: 'a server that speaks a newer protocol',
    fault: ({ path }) =>
      path.startsWith('/sync/')
        ? { status: 426, headers: json, body: '{"error":{"code":"unsupported-protocol"}}' }
        : undefined,
    words: 'アプリを更新してください。',
  },
]

for (const { name, fault, words } of badLines) {
  test(`nothing is lost to ${name}`, async ({ server, openTablet }) => {
    const line = await startFaultyLine(server.origin)
    const tablet = await openTablet({ origin: line.origin })
    const { page } = tablet
    await tablet.beginAs('田中')
    await createAudit(page, anAuditHeader)
    const audit = auditPath(page)
    await expectAllSent(page)

    line.breakWith(fault)
    await judge(page, audit, 'A04', '不適合')
    await expect(pill(page, 'オフライン　未送信 1件・端末に保存済み')).toBeVisible({ timeout: 20_000 })
    const panel = await openSyncPanel(page)
    await expect(panel.getByText(words, { exact: false })).toBeVisible()
    await expect(panel.getByText('A04', { exact: false }).first()).toBeVisible()
    expect(line.falseAnswers()).toBeGreaterThan(0)
    await panel.getByRole('button', { name: '閉じる' }).click()
    await judge(page, audit, 'A07', '適合')
    await tablet.open(`${audit}/checklist/A04`)
    await expectJudged(page, audit, 'A04', '不適合')
    await expectJudged(page, audit, 'A07', '適合')

    line.mend()
    await (await openSyncPanel(page)).getByRole('button', { name: '今すぐ送信' }).click()
    await page.keyboard.press('Escape')
    await expectAllSent(page)
    const colleague = await openTablet()
    await colleague.beginAs('佐藤')
    await expect(colleague.page.getByText(anAuditHeader.subject).first()).toBeVisible()
    await expectJudged(colleague.page, audit, 'A04', '不適合')
    await expectJudged(colleague.page, audit, 'A07', '適合')
    await tablet.dispose()
    await line.stop()
  })
}

test('entries that are too much for one message go in smaller ones', async ({ server, openTablet }) => {
  const line = await startFaultyLine(server.origin)
  const tablet = await openTablet({ origin: line.origin })
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await expectAllSent(page)
  const answered = ['A04', 'A05', 'A06', 'A07', 'A11', 'A12']
  await server.stop()
  for (const question of answered) await judge(page, audit, question, '適合')
  // About two entries fit.
  line.breakWith(({ path, bytes }) => (isPush(path) && bytes > 2_000 ? { status: 413, body: 'too large' } : undefined))
  await server.start()
  await expectAllSent(page)
  expect(line.falseAnswers()).toBeGreaterThan(0)
  await tablet.open(`${audit}/checklist/A04`)
  for (const question of answered) await expectJudged(page, audit, question, '適合')
  await expectAllSent(page)
  await tablet.dispose()
  await line.stop()
})
