import { expect, test } from 'vitest'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { listRefused } from '../../../src/localdb/listRefused.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { noteFacts } from '../../../src/localdb/noteFacts.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { reviveOwn } from '../../../src/localdb/reviveOwn.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aNote, anEntry, aPage, ours, pulled, stream } from '../../support/localdb/someOperations.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'

async function withFive() {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(...['一', '二', '三', '四', '五'].map((text) => aNote(text))))
  return db
}

async function damage(db: LocalDatabase, n: number) {
  const row = await db.dexie.operations.get([stream, n])
  if (row === undefined) throw new Error('a row expected')
  await db.dexie.operations.put({ ...row, bytes: row.bytes.map((byte) => byte ^ 1) })
}

test('unsent operations are listed as runs of neighbours per stream', async () => {
  const db = await withFive()
  const other = 'audit-2' as StreamId
  await recordOperations(db, { ...anEntry(aNote('別')), stream: other })
  await markOwn(db, stream, [
    { n: 1, status: 'acked' },
    { n: 3, status: 'refused', code: 'malformed-operation' },
  ])
  expect(await listUnsent(db)).toEqual([
    { stream, from: 2, to: 2 },
    { stream, from: 4, to: 5 },
    { stream: other, from: 1, to: 1 },
  ])
  expect(await countUnsent(db)).toEqual({ entries: 4, photos: 0 })
})

test('a run is read verbatim, and damaged rows are named', async () => {
  const db = await withFive()
  const before = await readRun(db, { stream, from: 1, to: 5 })
  await damage(db, 3)
  const after = await readRun(db, { stream, from: 1, to: 5 })
  expect(after.missing).toEqual([3])
  expect(after.operations).toEqual(before.operations.filter(({ n }) => n !== 3))
})

test('a refused operation is listed with its code and content, also when damaged', async () => {
  const db = await withFive()
  await markOwn(db, stream, [
    { n: 2, status: 'refused', code: 'fork' },
    { n: 4, status: 'refused', code: 'damaged' },
  ])
  await damage(db, 4)
  const refused = await listRefused(db)
  expect(refused.map(({ n, code, operation }) => [n, code, operation?.body])).toEqual([
    [2, 'fork', { text: '二' }],
    [4, 'damaged', undefined],
  ])
})

test('operations that the server lost come back from pages and from the outbox', async () => {
  const db = await withFive()
  const { operations } = await readRun(db, { stream, from: 1, to: 3 })
  await recordOperations(db, pulled(aPage(operations.map(({ encoded }) => encoded))))
  await markOwn(db, stream, [{ n: 4, status: 'acked' }])
  expect(await listUnsent(db)).toEqual([{ stream, from: 5, to: 5 }])
  expect(await reviveOwn(db, { stream, device: ours, from: 2, why: 'loss' })).toEqual([])
  expect(await listUnsent(db)).toEqual([{ stream, from: 2, to: 5 }])
  const revived = await readRun(db, { stream, from: 2, to: 5 })
  expect(revived.operations.slice(0, 2)).toEqual(operations.slice(1).map((own) => ({ ...own, again: true })))
  // The last one was never in a log.
  expect(revived.operations.map(({ n, again }) => [n, again])).toEqual([
    [2, true],
    [3, true],
    [4, true],
    [5, false],
  ])
})

test('what is nowhere any more is named', async () => {
  const db = await withFive()
  await damage(db, 2)
  await db.dexie.operations.delete([stream, 3])
  expect(await reviveOwn(db, { stream, device: ours, from: 1, why: 'need' })).toEqual([2, 3])
})

test('a chain that is longer at the server continues there, but not past what waits here', async () => {
  const db = await withFive()
  const longer = { marks: [{ stream, n: 9, hash: 'h'.repeat(43) }], backedUp: [] }
  await markOwn(db, stream, [{ n: 1, status: 'acked' }])
  await noteFacts(db, longer)
  // A copy of this tablet may have written those nine: what waits here is not among them, and would never be sent.
  expect(await listUnsent(db)).toEqual([{ stream, from: 2, to: 5 }])
  await markOwn(
    db,
    stream,
    [2, 3, 4, 5].map((n) => ({ n, status: 'acked' })),
  )
  await noteFacts(db, longer)
  const { last } = await recordOperations(db, anEntry(aNote('六')))
  expect(last).toBe(10)
})
