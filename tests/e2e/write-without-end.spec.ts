// A text longer than an entry can be: it stays on the screen, is not called saved, and the words behind the pill say what to do.
import { expect } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  noteField,
  openSyncPanel,
  pill,
  writeNote,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'

const sentence = '所見は２万字まで。'
const longest = sentence.repeat(Math.floor(20_000 / sentence.length))

test('a text that is too long to be kept is not called saved, and is kept once it is short enough', async ({
  openTablet,
}) => {
  const tablet = await openTablet()
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  await tablet.open(`${audit}/checklist/A04`)
  const lengthShown = () => noteField(page).evaluate((field: HTMLTextAreaElement) => field.value.length)

  await noteField(page).fill(longest + sentence.repeat(10))
  await expect(pill(page, '保存できませんでした')).toBeVisible()
  const panel = await openSyncPanel(page)
  await expect(panel.getByText('文章が長すぎて保存できませんでした。', { exact: false })).toBeVisible()
  await panel.getByRole('button', { name: '閉じる' }).click()
  expect(await lengthShown()).toBe(longest.length + 10 * sentence.length)

  await writeNote(page, longest)
  await noteField(page).blur()
  await expect(page.getByText('A04 の所見を変更').first()).toBeVisible()
  await tablet.open(`${audit}/checklist/A04`)
  await expect.poll(lengthShown).toBe(longest.length)
})
