import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { packedStateFormat } from '../../../src/domain/oplog/packState.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { listRefused } from '../../../src/localdb/listRefused.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import { markForRefetch } from '../../../src/localdb/markForRefetch.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { recordBase } from '../../../src/localdb/recordBase.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { mostSegmentBytes } from '../../../src/localdb/splitIntoSegments.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import {
  aNote,
  anEntry,
  aPage,
  operationsOf,
  ours,
  pulled,
  stream,
  theirs,
} from '../../support/localdb/someOperations.ts'

const log = operationsOf(
  theirs,
  Array.from({ length: 60 }, (_, index) => aNote(`note ${index}`, { entity: `answer:antivirus/q-${index}` })),
)

async function cursorOf(db: LocalDatabase) {
  const [listed] = await listStreams(db)
  return listed?.position.cursor
}

async function entitiesOf(db: LocalDatabase) {
  return [...(await openStream(db, stream, auditKinds)).state.entities.keys()]
}

test('[P3] a page at the cursor is recorded, the same page again changes nothing', async () => {
  const db = await aBrowser().tab()
  expect(await recordOperations(db, pulled(aPage(log, 1, 20)))).toBe('recorded')
  const rows = await db.dexie.segments.toArray()
  expect(await recordOperations(db, pulled(aPage(log, 1, 20)))).toBe('duplicate')
  expect(await recordOperations(db, pulled(aPage(log, 5, 15)))).toBe('duplicate')
  expect(await db.dexie.segments.toArray()).toEqual(rows)
  expect(await cursorOf(db)).toBe(20)
})

test('[P3] a page that leaves a gap or overlaps is not taken', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, pulled(aPage(log, 1, 20)))
  expect(await recordOperations(db, pulled(aPage(log, 22, 30)))).toBe('out-of-place')
  expect(await recordOperations(db, pulled(aPage(log, 15, 30)))).toBe('out-of-place')
  expect(await cursorOf(db)).toBe(20)
  expect(await recordOperations(db, pulled(aPage(log, 21, 60)))).toBe('recorded')
  expect(await entitiesOf(db)).toHaveLength(60)
})

test('[P3] what a tab remembers of the end of a log is no more than a guess', async () => {
  const browser = aBrowser()
  const [db, other] = [await browser.tab(), await browser.tab()]
  await recordOperations(db, pulled(aPage(log, 1, 20)))
  await recordOperations(other, pulled(aPage(log, 21, 40)))
  expect(await recordOperations(db, pulled(aPage(log, 21, 40)))).toBe('duplicate')
  expect(await recordOperations(db, pulled(aPage(log, 41, 50)))).toBe('recorded')
  expect(await recordOperations(db, pulled(aPage(log, 51, 60)))).toBe('recorded')
  expect(await entitiesOf(db)).toHaveLength(60)
  expect(await entitiesOf(other)).toHaveLength(60)
  await markForRefetch(other, stream)
  await recordOperations(other, pulled(aPage(log, 1, 60)))
  expect(await recordOperations(db, pulled(aPage(log, 51, 60)))).toBe('duplicate')
  expect(await entitiesOf(db)).toHaveLength(60)
})

test('[P3] a page never goes onto a remembered end that was begun anew', async () => {
  const browser = aBrowser()
  const [db, other] = [await browser.tab(), await browser.tab()]
  await recordOperations(db, pulled(aPage(log, 1, 20)))
  await markForRefetch(other, stream)
  expect(await recordOperations(db, pulled(aPage(log, 21, 40)))).toBe('out-of-place')
  expect(await recordOperations(db, pulled(aPage(log, 1, 40)))).toBe('recorded')
  expect(await cursorOf(db)).toBe(40)
})

test('[P4] a page with another root is not taken', async () => {
  const db = await aBrowser().tab()
  const page = aPage(log, 1, 20)
  const forged = { ...page, ops: page.ops.map((op, index) => (index === 3 ? { ...op, h: `${op.h} ` } : op)) }
  expect(await recordOperations(db, pulled(forged))).toBe('wrong-root')
  expect(await recordOperations(db, pulled({ ...page, ops: page.ops.slice(0, 19) }))).toBe('wrong-root')
  expect(await db.dexie.segments.count()).toBe(0)
})

test('an empty page is a duplicate of nothing', async () => {
  const db = await aBrowser().tab()
  expect(await recordOperations(db, pulled({ stream, from: 1, ops: [], root: '' }))).toBe('duplicate')
})

test('small pages grow into a few segments, in order', async () => {
  const db = await aBrowser().tab()
  for (let version = 1; version <= 40; version += 1) await recordOperations(db, pulled(aPage(log, version, version)))
  expect(await db.dexie.segments.count()).toBeLessThan(5)
  expect(await entitiesOf(db)).toEqual(Array.from({ length: 40 }, (_, index) => `answer:antivirus/q-${index}`))
})

test('a large page is cut into segments of at most 256 KB, and nothing is cut in two', async () => {
  const db = await aBrowser().tab()
  const long = operationsOf(
    theirs,
    Array.from({ length: 90 }, (_, index) =>
      aNote('長い記述。'.repeat(1000), { entity: `answer:antivirus/q-${index}` }),
    ),
  )
  await recordOperations(db, pulled(aPage(long)))
  const rows = await db.dexie.segments.toArray()
  expect(rows.length).toBeGreaterThan(4)
  expect(Math.max(...rows.map(({ size }) => size))).toBeLessThanOrEqual(mostSegmentBytes)
  expect(rows.map(({ from }) => from)).toEqual([1, ...rows.slice(0, -1).map(({ to }) => to + 1)])
  expect(await entitiesOf(db)).toHaveLength(90)
})

test('own operations leave the outbox when a page contains them, and stay in the audit', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一'), aNote('二', { entity: 'answer:antivirus/1-2' })))
  await recordOperations(db, anEntry(aNote('三', { entity: 'answer:antivirus/1-3' })))
  const { operations } = await readRun(db, { stream, from: 1, to: 2 })
  const shared = operations.map(({ encoded }) => encoded)
  await recordOperations(db, pulled(aPage([...log.slice(0, 3), ...shared])))
  expect(await countUnsent(db)).toEqual({ entries: 1, photos: 0 })
  expect(await entitiesOf(db)).toHaveLength(6)
  const next = await recordOperations(db, anEntry(aNote('四')))
  expect(next.first).toBe(4)
})

test('another operation under our dot is a fork: ours is kept and refused', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('ours')))
  await recordOperations(db, pulled(aPage(operationsOf(ours, [aNote('not ours')]))))
  expect(await listRefused(db)).toMatchObject([{ n: 1, code: 'fork', operation: { body: { text: 'ours' } } }])
})

test('a database brought back from an old copy continues its chain where the server knows it to be', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, pulled(aPage(operationsOf(ours, [aNote('一'), aNote('二')]))))
  expect((await recordOperations(db, anEntry(aNote('三')))).first).toBe(3)
})

test('a save while pages arrive disturbs neither', async () => {
  const db = await aBrowser().tab()
  const pages = [aPage(log, 1, 20), aPage(log, 21, 40), aPage(log, 41, 60)]
  const arriving = (async () => {
    for (const page of pages) await recordOperations(db, pulled(page))
  })()
  const saving = Array.from({ length: 10 }, (_, index) => recordOperations(db, anEntry(aNote(`${index}`))))
  await Promise.all([arriving, ...saving])
  expect(await cursorOf(db)).toBe(60)
  expect(await countUnsent(db)).toEqual({ entries: 10, photos: 0 })
})

test('what waits here stays unsent when the log goes on with what a copy of this tablet wrote', async () => {
  const db = await aBrowser().tab()
  const ofCopy = operationsOf(ours, [aNote('1'), aNote('2'), aNote('3'), aNote('4'), aNote('5')])
  const { root } = aPage(ofCopy, 1, 3)
  await recordBase(db, { stream, version: 3, root, format: packedStateFormat, size: 1, zipped: new Uint8Array(1) })
  await recordOperations(db, anEntry(aNote('手元'), aNote('手元の続き')))
  expect(await recordOperations(db, pulled(aPage(ofCopy, 4, 5)))).toBe('recorded')
  expect((await countUnsent(db)).entries).toBe(2)
  await recordOperations(db, anEntry(aNote('さらに')))
  const { operations } = await readRun(db, { stream, from: 1, to: 3 })
  const words = ['手元', '手元の続き', 'さらに']
  expect(operations.map(({ encoded }) => encoded.body)).toEqual(words.map((text) => JSON.stringify({ text })))
})
