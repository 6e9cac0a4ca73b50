// Two tabs of one browser on one audit: both record, both see everything, and a text being typed in one is never finished by the other.
import { expect, type Page } from '@playwright/test'
import {
  anAuditHeader,
  auditPath,
  createAudit,
  expectAllSent,
  expectJudged,
  go,
  judge,
  noteField,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'

const halfTyped = '左のタブで書いている途中の所見'

test('two tabs on one audit both record and both see, and neither finishes the text of the other', async ({
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  const audit = auditPath(tablet.page)
  await neverRest(tablet.page)
  await tablet.open(`${audit}/checklist/A04`)
  const [left, right] = [tablet.page, await tablet.openTab(`${audit}/checklist/A04`)]

  await test.step('each shows what the other records', async () => {
    await judge(left, audit, 'A04', '不適合')
    await judge(right, audit, 'A07', '適合')
    await go(right, `${audit}/checklist/A04`)
    await noteField(right).fill('右のタブの所見')
    await noteField(right).blur()
    await expectJudged(right, audit, 'A04', '不適合')
    await expectJudged(left, audit, 'A07', '適合')
    await expect(noteField(left)).toHaveValue('')
    await expectJudged(left, audit, 'A04', '不適合')
    await expect(noteField(left)).toHaveValue('右のタブの所見')
    await expectAllSent(left)
    await expectAllSent(right)
    await expect(left.getByRole('button', { name: /^確認が必要/ })).toHaveCount(0)
  })

  await test.step('a text in progress is left to the tab that is typing it', async () => {
    await go(left, `${audit}/checklist/A11`)
    await noteField(left).fill(halfTyped)
    await expect(left.getByText(/^保存済み/).first()).toBeVisible()
    await right.goto(new URL(`${audit}/checklist/A11`, right.url()).href)
    await expectJudged(right, audit, 'A07', '適合')
    await expectJudged(right, audit, 'A11', undefined)
    await expect(noteField(right)).toHaveValue('')
    await expect(noteField(left)).toHaveValue(halfTyped)
  })

  await test.step('once it is left it is recorded, once, and the other tab shows it', async () => {
    await noteField(left).blur()
    await expect(noteField(right)).toHaveValue(halfTyped)
    await expectAllSent(right)
    await expect(right.getByRole('button', { name: /^確認が必要/ })).toHaveCount(0)
  })
})

/** In this tab the rest of five seconds that finishes a text never comes: it stays in progress until the field is left. */
function neverRest(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const wait = window.setTimeout.bind(window)
    const waitButNotRest = (run: () => void, ms?: number) => wait(run, ms === 5_000 ? 3_600_000 : ms)
    window.setTimeout = waitButNotRest as typeof window.setTimeout
  })
}
