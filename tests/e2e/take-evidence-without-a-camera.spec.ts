// A camera that the person, or a policy, does not allow: a sentence says so, and files are picked instead.
import { expect } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, expectAllSent, judge } from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { block, tiles, viewer } from '../support/evidence/evidenceScreen.ts'
import { pdf, png } from '../support/evidence/someFiles.ts'
import { expectAccessible } from '../support/screens/expectAccessible.ts'

const question = 'A04'

// There is one, and nobody allows it.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const flags = ['--use-fake-device-for-media-stream', '--deny-permission-prompts']
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...flags] })
  },
})

test('a sentence says so, and files of every kind can be picked instead', async ({ openTablet, server }) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  const { page } = tablet
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await expectAllSent(page)
  await judge(page, audit, question, '不適合')
  await server.stop()
  await tablet.setOffline(true)

  await test.step('the camera is refused in words, with ways on', async () => {
    await block(page).getByRole('button', { name: '撮影' }).click()
    const sheet = page.getByRole('dialog', { name: '撮影' })
    await expect(sheet.getByRole('alert')).toContainText('カメラの使用が許可されていません')
    await expectAccessible(page)
    await sheet.getByLabel('写真や書類を選ぶ').setInputFiles([
      { name: '写真.png', mimeType: 'image/png', buffer: png({ width: 640, height: 480 }) },
      { name: '管理表.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: '台帳の写し.csv', mimeType: 'text/csv', buffer: Buffer.from('番号,名称\n1,USB\n') },
      { name: 'messages.log', mimeType: '', buffer: Buffer.from('<13>Oct 24 14:32:05 host login\n') },
    ])
    await expect(sheet).toHaveCount(0)
  })

  await test.step('each is there after a reload, and opens without a network', async () => {
    await expect(tiles(page)).toHaveCount(4)
    await page.reload()
    await expect(tiles(page)).toHaveCount(4)
    // A picture goes by its time, a file by its name.
    await expect(tiles(page).first().locator('img')).toBeVisible()
    await tiles(page).filter({ hasText: 'messages.log' }).click()
    await expect(viewer(page)).toContainText('host login')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(viewer(page)).toHaveCount(0)
  })
})
