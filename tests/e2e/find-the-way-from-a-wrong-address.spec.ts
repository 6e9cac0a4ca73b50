// Addresses that lead nowhere: each says so in words and offers a way on.
import { expect } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'

test('an address that names nothing says so and offers a way on', async ({ openTablet }) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  const home = page.getByRole('main').getByRole('link', { name: '監査一覧へ' })

  await test.step('an audit that is not on this tablet', async () => {
    for (const path of ['/audits/audit-0000000000000000000000/checklist/A04', '/audits/%E7%9B%A3%E6%9F%BB']) {
      await tablet.open(path)
      await expect(page.getByText('この監査はこの端末にありません').first()).toBeVisible()
      await home.click()
      await expect(page).toHaveURL(/\/$/)
      await expect(page.getByText(anAuditHeader.subject).first()).toBeVisible()
    }
  })

  await test.step('a question that no checklist has', async () => {
    await tablet.open(`${audit}/checklist/Z99`)
    await expect(page.getByText('この項目は点検表にありません。')).toBeVisible()
    await page.getByRole('button', { name: '点検を始める' }).click()
    await expect(page).toHaveURL(/\/checklist\/A01$/)
  })

  await test.step('a finding, a roster and a screen that do not exist', async () => {
    for (const path of [
      `${audit}/findings/no-such-finding`,
      `${audit}/roster/no-such-roster`,
      `${audit}/no-such-screen`,
      '/no/such/screen',
    ]) {
      await tablet.open(path)
      await expect(page.getByRole('main')).not.toBeEmpty()
      await page.getByRole('navigation').getByRole('link', { name: '監査一覧' }).click()
      await expect(page.getByText(anAuditHeader.subject).first()).toBeVisible()
    }
  })
})
