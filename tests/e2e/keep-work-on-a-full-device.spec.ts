// No room left in the middle of work: nothing is called saved that is not, the text stays on the screen, and with room it is saved.
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
  openSyncPanel,
  pill,
} from '../support/auditorActions.ts'
import { test } from '../support/auditorTest.ts'
import { ConfirmedJournal } from '../support/ConfirmedJournal.ts'
import { makeSmallDisk } from '../support/makeSmallDisk.ts'
import type { Tablet } from '../support/Tablet.ts'

/** Long: what a file's last block has left takes in a short text even on a full disk. */
const note = '空きがなくなっても、この所見は画面に残る。'.repeat(300)
const notSaved = '保存できませんでした。画面を閉じないでください'

/** Types and taps while there is no room, makes room, and taps again. */
async function workThrough(
  tablet: Tablet,
  room: { fill: () => Promise<void>; free: () => Promise<void> },
): Promise<void> {
  const audit = auditPath(tablet.page)
  await judge(tablet.page, audit, 'A04', '不適合')
  await expectAllSent(tablet.page)
  await go(tablet.page, `${audit}/checklist/A11`)
  await room.fill()
  const { page } = tablet

  await noteField(page).fill(note)
  await expect(pill(page, notSaved)).toBeVisible()
  await expect(page.getByText('保存できませんでした', { exact: true }).first()).toBeVisible()
  const conforming = page.getByRole('group', { name: /^A11 / }).getByRole('radio', { name: '適合', exact: true })
  await conforming.click()
  await expect(conforming).not.toBeChecked()
  await expect(pill(page, notSaved)).toBeVisible()
  await expect(noteField(page)).toHaveValue(note)
  await expectAdvice(page)

  await room.free()
  await conforming.click()
  await expect(conforming).toBeChecked()
  await expect(pill(page, notSaved)).toHaveCount(0)
  await expectJudged(page, audit, 'A11', '適合')
  await expect(noteField(page)).toHaveValue(note)
  // A start looks at once whether there is room; a page that stays open does so every minute.
  await tablet.open(`${audit}/checklist/A11`)
  await expectAllSent(page)
  await expect(noteField(page)).toHaveValue(note)
  await expectJudged(page, audit, 'A11', '適合')
  await expectJudged(page, audit, 'A04', '不適合')
}

/** The list behind the pill says what to do. */
async function expectAdvice(page: Page): Promise<void> {
  const panel = await openSyncPanel(page)
  await expect(panel.getByText(/(保存容量がいっぱい|空き容量がない).*入力は画面に残っています/)).toBeVisible()
  await panel.getByRole('button', { name: '閉じる' }).click()
}

/** The browser's allowance for our origin, less than what is used already; null gives it back. */
async function allowBytes(page: Page, origin: string, quotaSize: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== null && { quotaSize }) })
}

test('a used-up allowance is said in words, and the same tap saves once there is room', async ({
  server,
  openTablet,
}) => {
  const tablet = await openTablet()
  await tablet.beginAs('田中')
  await createAudit(tablet.page, anAuditHeader)
  await workThrough(tablet, {
    fill: async () => {
      const { pathname } = new URL(tablet.page.url())
      // A browser that has been asking for room remembers for half a minute how much there was; a fresh one does not.
      await tablet.closeAndReopen()
      await allowBytes(tablet.page, server.origin, 1)
      await tablet.open(pathname)
    },
    free: () => allowBytes(tablet.page, server.origin, null),
  })
})

test('on a full disk text and answers are still saved from the reserve, with one clear message, and sent', async ({
  server,
  openTablet,
}) => {
  const disk = await makeSmallDisk()
  if (disk === undefined) {
    test.info().annotations.push({ type: 'left out', description: 'Only root can mount a small disk to fill it.' })
    console.warn('Left out, not root: the full disk. The used-up allowance stands in for it.')
    return
  }
  const tablet = await openTablet({ profile: disk.folder })
  const { page } = tablet
  try {
    await tablet.beginAs('田中')
    await createAudit(page, anAuditHeader)
    const audit = auditPath(page)
    const journal = new ConfirmedJournal()
    await journal.judge(page, audit, 'A04', '不適合')
    await expectAllSent(page)
    await disk.fill()

    await journal.write(page, audit, 'A11', note)
    await journal.judge(page, audit, 'A12', '不適合')
    await expect(pill(page, '端末の空きがありません')).toBeVisible()
    await expect(page.getByText('端末の空き容量がありません', { exact: true })).toHaveCount(1)
    await expect(pill(page, notSaved)).toHaveCount(0)
    await journal.expectAtServer(server.origin)

    await disk.free()
    await tablet.open(`${audit}/checklist/A11`)
    await expectAllSent(page)
    await journal.expectOnScreen(page, audit)
  } finally {
    await tablet.dispose()
    await disk.remove()
  }
})
