// "Saved" means on the disk: counted from outside, each save makes the browser write its database through to the disk, and once.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { anAuditHeader, auditPath, createAudit, judge } from '../../support/auditorActions.ts'
import { test } from '../../support/auditorTest.ts'
import { traceSyncs } from '../../support/traceSyncs.ts'

interface Expectation {
  /** Slow engines answer fewer. */
  readonly answered: readonly string[]
  /** Syncs of all these saves together. */
  readonly most: number
  /** Syncs of as many relaxed writes. */
  readonly mostRelaxed: number
}

const expected = {
  // One more for a snapshot of the whole audit, which is written when nobody taps.
  chromium: { answered: ['A04', 'A05', 'A06', 'A07', 'A08', 'A09'], most: 7, mostRelaxed: 0 },
  // Its SQLite tidies its log away whenever it rests, and begins a new one at the next save.
  firefox: { answered: ['A04', 'A05', 'A06'], most: 18, mostRelaxed: 1 },
} as const satisfies Record<string, Expectation>

test('each save is written through to the disk before the screen says so, and a relaxed write is not', async ({
  browserName,
  server,
  openTablet,
}) => {
  const { answered, most, mostRelaxed } = browserName === 'firefox' ? expected.firefox : expected.chromium
  const profile = await mkdtemp(join(tmpdir(), 'genba-traced-'))
  const tablet = await openTablet({ profile })
  const { page } = tablet
  await tablet.beginAs('田中')
  await createAudit(page, anAuditHeader)
  const audit = auditPath(page)
  // Nothing comes or goes any more: whatever is written now, the person has tapped.
  await server.kill()
  await judge(page, audit, 'A01', '不適合')
  await openPlain(page)
  const trace = await traceSyncs(profile)
  if (trace === undefined) {
    test.info().annotations.push({ type: 'left out', description: 'strace is missing or not allowed here.' })
    console.warn('Left out: the counting of disk syncs. It needs strace, as root or with kernel.yama.ptrace_scope=0.')
    return
  }
  try {
    const before = (await trace.syncs()).length
    for (const [index, question] of answered.entries()) {
      await judge(page, audit, question, '不適合')
      const confirmedAt = Date.now()
      const beganInTime = (await trace.syncs()).slice(before).filter((at) => at <= confirmedAt)
      expect(beganInTime.length, `syncs at the confirmation of ${question}`).toBeGreaterThan(index)
    }
    expect((await trace.syncs()).length - before).toBeLessThanOrEqual(most)

    const beforeRelaxed = (await trace.syncs()).length
    await writePlain(page, answered.length)
    expect((await trace.syncs()).length - beforeRelaxed).toBeLessThanOrEqual(mostRelaxed)
  } finally {
    await trace.stop()
    await tablet.dispose()
    await rm(profile, { recursive: true, force: true })
  }
})

/** The baseline: a database as browsers write it by default. Made before the counting, which would see its making. */
interface Plain extends Window {
  plain?: IDBDatabase
}

function openPlain(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('plain')
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(new Error(opening.error?.message))
    })
    ;(window as Plain).plain = db
  })
}

function writePlain(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let key = 0; key < count; key += 1) {
      const transaction = (window as Plain).plain?.transaction('rows', 'readwrite', { durability: 'relaxed' })
      transaction?.objectStore('rows').put('不適合', key)
      await new Promise<void>((resolve) => transaction?.addEventListener('complete', () => resolve()))
    }
  }, times)
}
