// One start with a server is enough: from then on the app starts, on every address, without one.
import { expect } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  expectJudged,
  judge,
  raiseFindingFrom,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'

test('after one start with a server the app needs none: reload, restart, every address, a new audit', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await server.kill()

  await tablet.closeAndReopen('/')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  await judge(tablet.page, audit, 'A04', '不適合')
  await raiseFindingFrom(tablet.page, audit, 'A04')
  const finding = new URL(tablet.page.url()).pathname

  await tablet.closeAndReopen(finding)
  const screens: readonly (readonly [path: string, title: string])[] = [
    [finding, '指摘と措置'],
    ['/', '監査一覧'],
    ['/settings', '設定'],
    ['/audits/new', '新しい監査'],
    [`${audit}/checklist/A04`, anAuditHeader.subject],
    [`${audit}/roster/media`, '対象一覧'],
    [`${audit}/findings`, '指摘と措置'],
    [`${audit}/conflicts`, '確認が必要な項目'],
    [`${audit}/report`, '報告書'],
    [`${audit}/details`, '監査の内容'],
  ]
  for (const [path, title] of screens) {
    await tablet.open(path)
    await expect(tablet.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
    await expect(tablet.page.getByRole('main')).not.toBeEmpty()
  }
  await tablet.killAndReopen(`${audit}/checklist/A04`)
  await expectJudged(tablet.page, audit, 'A04', '不適合')

  await server.start()
  await expectAllSent(tablet.page)
})
