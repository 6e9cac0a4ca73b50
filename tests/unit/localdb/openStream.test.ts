import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { readRegister } from '../../../src/domain/oplog/Register.ts'
import { formatDot, type EntityId } from '../../../src/domain/oplog/Dot.ts'
import type { StreamState } from '../../../src/domain/oplog/StreamState.ts'
import { foldOperations } from '../../../src/domain/oplog/foldOperations.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import { markForRefetch } from '../../../src/localdb/markForRefetch.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readHistory } from '../../../src/localdb/readHistory.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { readSince } from '../../../src/localdb/readSince.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { reviveOwn } from '../../../src/localdb/reviveOwn.ts'
import { saveRelays } from '../../../src/localdb/saveRelays.ts'
import { saveSnapshot } from '../../../src/localdb/saveSnapshot.ts'
import { settleRefetch } from '../../../src/localdb/settleRefetch.ts'
import { settleRelay } from '../../../src/localdb/settleRelay.ts'
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

const noted = 'answer:antivirus/1-1' as EntityId
const log = operationsOf(
  theirs,
  Array.from({ length: 30 }, (_, index) => aNote(`note ${index}`, { entity: `answer:antivirus/q-${index}` })),
)

function textsOf(state: StreamState, entity: EntityId = noted) {
  return readRegister(state.entities.get(entity), 'note').values.map((value) => value.content)
}

async function anAuditDatabase() {
  const browser = aBrowser()
  const db = await browser.tab()
  await recordOperations(db, pulled(aPage(log)))
  await recordOperations(db, anEntry(aNote('手元')))
  return { browser, db }
}

async function lackingAfterRefetch(db: LocalDatabase) {
  return (await settleRefetch(db, stream, auditKinds)).lacking.map(({ device, n }) => [device, n])
}

async function snapshotOf(db: LocalDatabase) {
  const { state, position } = await openStream(db, stream, auditKinds)
  await saveSnapshot(db, { stream, state, position })
}

/** Flips one byte in the middle of the stored bytes. */
async function damage(db: LocalDatabase, table: 'segments' | 'snapshots' | 'operations') {
  const row = await db.dexie[table].toCollection().first()
  if (row === undefined) throw new Error('nothing to damage')
  const bytes = row.bytes.slice()
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  await db.dexie.table(table).put({ ...row, bytes })
}

test('an unknown stream opens empty', async () => {
  const opened = await openStream(await aBrowser().tab(), stream, auditKinds)
  expect([opened.state.entities.size, opened.position.own, opened.damaged]).toEqual([0, 0, []])
})

test('pulled pages and own operations open as one state', async () => {
  const { db } = await anAuditDatabase()
  const opened = await openStream(db, stream, auditKinds)
  expect(opened.state.entities.size).toBe(31)
  expect(opened.position).toEqual({ generation: 0, cursor: 30, own: 1, refolds: 0 })
  expect(textsOf(opened.state)).toEqual([{ kind: 'answer-noted', body: { text: '手元' } }])
})

test('with a snapshot only what came after it is read, and the state is the same', async () => {
  const { db } = await anAuditDatabase()
  const before = await openStream(db, stream, auditKinds)
  await snapshotOf(db)
  await recordOperations(db, anEntry(aNote('後', { entity: 'answer:antivirus/1-2' })))
  const opened = await openStream(db, stream, auditKinds)
  expect(opened.sinceSnapshot).toBe(1)
  expect(opened.state.entities.size).toBe(32)
  expect(opened.state.entities.get(noted)).toEqual(before.state.entities.get(noted))
})

test('a damaged snapshot is folded anew from the log', async () => {
  const { db } = await anAuditDatabase()
  await snapshotOf(db)
  await damage(db, 'snapshots')
  const opened = await openStream(db, stream, auditKinds)
  expect([opened.state.entities.size, opened.damaged]).toEqual([31, []])
})

test('a snapshot of another release is not used', async () => {
  const { browser, db } = await anAuditDatabase()
  await snapshotOf(db)
  const next = await browser.tab({ release: 'test-2' })
  expect((await openStream(next, stream, auditKinds)).sinceSnapshot).toBe(31)
})

test('[M9] an operation of an unknown kind is folded again once a release knows it', async () => {
  const { browser, db } = await anAuditDatabase()
  const { 'answer-noted': _, ...olderKinds } = auditKinds
  const older = await openStream(db, stream, olderKinds)
  expect([older.state.entities.size, older.state.opaque.size]).toEqual([0, 31])
  await saveSnapshot(db, { stream, ...older })
  const newer = await openStream(await browser.tab({ release: 'test-2' }), stream, auditKinds)
  expect([newer.state.entities.size, newer.state.opaque.size]).toEqual([31, 0])
})

test('a damaged page is reported, fetched anew, and the rest opens', async () => {
  const { db } = await anAuditDatabase()
  await damage(db, 'segments')
  const opened = await openStream(db, stream, auditKinds)
  expect(opened.damaged).toEqual([{ what: 'segment', generation: 0, from: 1, to: 30 }])
  expect(textsOf(opened.state)).toHaveLength(1)
  const [listed] = await listStreams(db)
  expect(listed).toMatchObject({ position: { generation: 1, cursor: 0, own: 1 }, root: '', isRefetching: true })
  await openStream(db, stream, auditKinds)
  expect((await listStreams(db))[0]?.position.generation).toBe(1)

  await recordOperations(db, pulled(aPage(log)))
  expect(await lackingAfterRefetch(db)).toEqual([])
  const healed = await openStream(db, stream, auditKinds)
  expect([healed.state.entities.size, healed.damaged]).toEqual([31, []])
})

test('a damaged own operation is reported by its n, and the rest opens', async () => {
  const { db } = await anAuditDatabase()
  await recordOperations(db, anEntry(aNote('無事', { entity: 'answer:antivirus/1-2' })))
  await damage(db, 'operations')
  const opened = await openStream(db, stream, auditKinds)
  expect(opened.damaged).toEqual([{ what: 'own-operation', n: 1, status: 'unsent' }])
  expect(textsOf(opened.state, 'answer:antivirus/1-2' as EntityId)).toHaveLength(1)
  expect(await db.dexie.operations.count()).toBe(2)
})

test('a row that was moved to another place does not open', async () => {
  const { db } = await anAuditDatabase()
  await recordOperations(db, anEntry(aNote('別')))
  const [first, second] = await db.dexie.operations.toArray()
  if (!first || !second) throw new Error('two rows expected')
  await db.dexie.operations.put({ ...first, bytes: second.bytes })
  expect((await openStream(db, stream, auditKinds)).damaged).toMatchObject([{ n: 1 }])
})

test('while a stream is fetched anew its older pages stay readable', async () => {
  const { db } = await anAuditDatabase()
  await markForRefetch(db, stream)
  expect((await openStream(db, stream, auditKinds)).state.entities.size).toBe(31)
  await recordOperations(db, pulled(aPage(log, 1, 10)))
  expect(await lackingAfterRefetch(db)).toHaveLength(20)
  expect((await openStream(db, stream, auditKinds)).state.entities.size).toBe(31)
  await recordOperations(db, pulled(aPage(log, 11, 30)))
  expect(await lackingAfterRefetch(db)).toEqual([])
  expect(new Set((await db.dexie.segments.toArray()).map(({ generation }) => generation))).toEqual(new Set([1]))
})

test('pages stay as long as the server lacks something that they hold', async () => {
  const { db } = await anAuditDatabase()
  await markForRefetch(db, stream)
  await recordOperations(db, pulled(aPage(log.slice(0, 29))))
  expect(await lackingAfterRefetch(db)).toEqual([[theirs, 30]])
  expect((await openStream(db, stream, auditKinds)).state.entities.size).toBe(31)
})

test('reading since a position gives what came after it, from this tab, other tabs and pulls', async () => {
  const { browser, db } = await anAuditDatabase()
  const { state, position } = await openStream(db, stream, auditKinds)
  expect((await readSince(db, stream, position)).operations).toEqual([])
  const more = operationsOf(theirs, [aNote('遠く', { entity: 'answer:antivirus/far' })])
  await recordOperations(await browser.tab(), anEntry(aNote('隣', { entity: 'answer:antivirus/near' })))
  await recordOperations(db, pulled(aPage([...log, ...more], 31)))
  const since = await readSince(db, stream, position)
  expect([...foldOperations(state, since.operations, auditKinds).changed].sort()).toEqual([
    'answer:antivirus/far',
    'answer:antivirus/near',
  ])
  expect(since.position).toEqual({ generation: 0, cursor: 31, own: 2, refolds: 0 })
})

test('reading since a position survives a refetch in between', async () => {
  const { db } = await anAuditDatabase()
  const { position } = await openStream(db, stream, auditKinds)
  await markForRefetch(db, stream)
  await recordOperations(db, pulled(aPage(log)))
  const since = await readSince(db, stream, position)
  expect(since.operations).toHaveLength(30)
  expect(since.position.generation).toBe(1)
})

test('[M15] an act that the server had, lost and then refused counts no more, though an older page holds it', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('手元')))
  const { operations } = await readRun(db, { stream, from: 1, to: 1 })
  await recordOperations(db, pulled(aPage([...log, ...operations.map(({ encoded }) => encoded)])))
  expect(textsOf((await openStream(db, stream, auditKinds)).state)).toEqual([
    { kind: 'answer-noted', body: { text: '手元' } },
  ])
  await markForRefetch(db, stream)
  await reviveOwn(db, { stream, device: ours, from: 1, why: 'loss' })
  await recordOperations(db, pulled(aPage(log)))
  expect(textsOf((await openStream(db, stream, auditKinds)).state)).toEqual([
    { kind: 'answer-noted', body: { text: '手元' } },
  ])
  await markOwn(db, stream, [{ n: 1, status: 'refused', code: 'stale-heads' }])
  expect(textsOf((await openStream(db, stream, auditKinds)).state)).toEqual([])
})

test("[M15] another's act that was refused when this tablet handed it back counts no more, though an older page holds it", async () => {
  const db = await aBrowser().tab()
  const [remote] = operationsOf(theirs, [aNote('先方')])
  if (!remote) throw new Error('one operation expected')
  await recordOperations(db, pulled(aPage([remote, ...log])))
  await markForRefetch(db, stream)
  await recordOperations(db, pulled(aPage(log)))
  const relay = { stream, device: theirs, from: 1 }
  await saveRelays(db, [
    { ...relay, deviceKey: { algorithm: 'Ed25519', publicKey: '' }, operations: [remote], signature: '', again: true },
  ])
  await settleRelay(db, relay, 'bad-signature')
  const { state, position } = await openStream(db, stream, auditKinds)
  expect(textsOf(state)).toEqual([{ kind: 'answer-noted', body: { text: '先方' } }])
  await settleRelay(db, relay, 'stale-heads')
  expect(textsOf((await openStream(db, stream, auditKinds)).state)).toEqual([])
  expect((await readSince(db, stream, position)).mustReopen).toBe(true)
})

test('what a restored server took of a copy of this tablet does not stand for what this one wrote under the same number', async () => {
  const db = await aBrowser().tab()
  const [mine] = operationsOf(ours, [aNote('手元')])
  const [ofCopy] = operationsOf(ours, [aNote('写し')])
  if (!mine || !ofCopy) throw new Error('one operation each expected')
  await recordOperations(db, pulled(aPage([mine])))
  await markForRefetch(db, stream)
  await recordOperations(db, pulled(aPage([ofCopy])))
  expect(await lackingAfterRefetch(db)).toEqual([[ours, 1]])
  await reviveOwn(db, { stream, device: ours, from: 1, why: 'loss' })
  const { operations } = await readRun(db, { stream, from: 1, to: 1 })
  expect(operations.map(({ encoded }) => encoded.header)).toEqual([mine.header])
})

test('what was written once more under another identity holds no older pages, and is folded no more', async () => {
  const db = await aBrowser().tab()
  const [mine] = operationsOf(ours, [aNote('手元')])
  if (!mine) throw new Error('one operation expected')
  await recordOperations(db, pulled(aPage([mine, ...log])))
  await markForRefetch(db, stream)
  await recordOperations(db, pulled(aPage(log)))
  expect(await lackingAfterRefetch(db)).toEqual([[ours, 1]])
  const { position } = await openStream(db, stream, auditKinds)
  const hash = db.sha256(mine.header)
  const row = { stream, n: 1, status: 'refused', code: 'fork', hash, size: 0, bytes: new Uint8Array() } as const
  await db.dexie.retired.put({ ...row, device: ours, movedTo: formatDot(theirs, 1) })
  expect(await lackingAfterRefetch(db)).toEqual([])
  expect((await readSince(db, stream, position)).mustReopen).toBe(true)
  expect(textsOf((await openStream(db, stream, auditKinds)).state)).toEqual([])
})

test('the history of an entity lists shared versions first and unsent ones last', async () => {
  const db = await aBrowser().tab()
  const [remote] = operationsOf(theirs, [aNote('先方')])
  if (!remote) throw new Error('one operation expected')
  await recordOperations(db, anEntry(aNote('手元'), aNote('他', { entity: 'answer:antivirus/1-2' })))
  await recordOperations(db, pulled(aPage([remote, ...log])))
  const history = await readHistory(db, stream, noted)
  expect(history.map(({ operation, status }) => [operation.body, status])).toEqual([
    [{ text: '先方' }, 'shared'],
    [{ text: '手元' }, 'unsent'],
  ])
})
