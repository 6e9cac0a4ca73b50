// The smoke path in each engine: what was answered while the server was gone is there after a reload and after a restart of the browser.
import { expect } from '@playwright/test'
import { auditPath, createAudit, expectJudged, judge, noteField } from '../../support/auditorActions.ts'
import { test } from '../../support/auditorTest.ts'

const note = '管理画面の日付は 2022/01/14。'

test('answers given without a server are there after a reload and after a restart of the browser', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, { unit: '健康局', subject: '予約システム', reportNo: '報告監６の第７号' })
  const audit = auditPath(tablet.page)
  await server.kill()

  await judge(tablet.page, audit, 'A04', '不適合')
  await noteField(tablet.page).fill(note)
  await expect(tablet.page.getByText(/^保存済み/).first()).toBeVisible()
  await judge(tablet.page, audit, 'A07', '適合')
  const expectAnswers = async () => {
    await expect(noteField(tablet.page)).toHaveValue(note)
    await expectJudged(tablet.page, audit, 'A04', '不適合')
    await expectJudged(tablet.page, audit, 'A07', '適合')
    await expectJudged(tablet.page, audit, 'C01', undefined)
    await expect(tablet.page.getByRole('button', { name: /^オフライン/ })).toBeVisible()
  }

  await tablet.open(`${audit}/checklist/A04`)
  await expectAnswers()
  await tablet.closeAndReopen(`${audit}/checklist/A04`)
  await expectAnswers()
})
