import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { DeviceId, EntityId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { readRegister } from '../../../src/domain/oplog/Register.ts'
import { must } from '../../../src/domain/must.ts'
import { adoptIdentity } from '../../../src/localdb/adoptIdentity.ts'
import { claimIdentity, readIdentity } from '../../../src/localdb/Identity.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import type { OperationRow } from '../../../src/localdb/LocalRows.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { noteFacts } from '../../../src/localdb/noteFacts.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { reofferBlocked } from '../../../src/localdb/reofferBlocked.ts'
import { reviveOwn } from '../../../src/localdb/reviveOwn.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { saveSnapshot } from '../../../src/localdb/saveSnapshot.ts'
import { parseOperation } from '../../../src/domain/oplog/parseOperation.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { anIdentity } from '../../support/localdb/anIdentity.ts'
import { aContext, aNote, anEntry, aPage, pulled, stream } from '../../support/localdb/someOperations.ts'

const place = 'answer:antivirus/1-1' as EntityId

async function aKnownTablet(browser = aBrowser()) {
  const db = await browser.tab()
  const identity = await anIdentity()
  await claimIdentity(db, identity)
  return { browser, db, identity }
}

function anEntryOf(device: DeviceId, ...texts: readonly string[]) {
  return { ...anEntry(...texts.map((text) => aNote(text))), context: aContext(device) }
}

async function textsOf(db: LocalDatabase, of: StreamId = stream) {
  const { state } = await openStream(db, of, auditKinds)
  return readRegister<'answer-noted', { 'answer-noted': { text: string } }>(
    state.entities.get(place),
    'note',
  ).values.map(({ content }) => content.body.text)
}

async function changeRow(db: LocalDatabase, n: number, change: (row: OperationRow) => Partial<OperationRow>) {
  const row = must(await db.dexie.operations.get([stream, n]), 'a row')
  await db.dexie.operations.put({ ...row, ...change(row) })
}

const damage = (db: LocalDatabase, n: number) =>
  changeRow(db, n, ({ bytes }) => ({ bytes: bytes.map((byte) => byte ^ 1) }))

test('[M18] what was not acknowledged is recorded once more under the new device, and the originals are kept aside', async () => {
  const { db, identity } = await aKnownTablet()
  await recordOperations(db, anEntryOf(identity.device, '一', '二'))
  const before = await readRun(db, { stream, from: 1, to: 2 })
  const next = await anIdentity()
  expect(await adoptIdentity(db, { from: identity.device, next })).toEqual({ reissued: 2, keptAside: 0 })
  expect(await listUnsent(db)).toEqual([{ stream, from: 1, to: 2 }])
  const after = await readRun(db, { stream, from: 1, to: 2 })
  const parsed = after.operations.map(({ encoded }) => parseOperation(encoded))
  expect(parsed.map((one) => one.ok && [one.value.dot, one.value.body])).toEqual([
    [`${next.device}:1`, { text: '一' }],
    [`${next.device}:2`, { text: '二' }],
  ])
  const retired = await db.dexie.retired.toArray()
  expect(retired.map(({ device, n, hash, movedTo }) => [device, n, hash, movedTo])).toEqual(
    before.operations.map(({ n, encoded }) => [
      identity.device,
      n,
      db.sha256(encoded.header),
      `${next.device}:${String(n)}`,
    ]),
  )
  expect((await textsOf(db)).sort()).toEqual(['一', '二'].sort())
  expect(await readIdentity(db)).toMatchObject({ device: next.device, publicKey: next.publicKey })
})

test('a stream in which nothing waits begins a new chain, and what it held stays', async () => {
  const { db, identity } = await aKnownTablet()
  await recordOperations(db, anEntryOf(identity.device, '一'))
  const { operations } = await readRun(db, { stream, from: 1, to: 1 })
  const page = aPage(operations.map(({ encoded }) => encoded))
  await recordOperations(db, { ...pulled(page), device: identity.device })
  const next = await anIdentity()
  expect(await adoptIdentity(db, { from: identity.device, next })).toEqual({ reissued: 0, keptAside: 0 })
  expect(await textsOf(db)).toEqual(['一'])
  const recorded = await recordOperations(db, anEntryOf(next.device, '二'))
  expect([recorded.first, recorded.operations[0]?.prev]).toEqual([1, ''])
})

test('what is acknowledged and not yet pulled shows once, before and after its page comes', async () => {
  const { db, identity } = await aKnownTablet()
  await recordOperations(db, anEntryOf(identity.device, '一'))
  const { operations } = await readRun(db, { stream, from: 1, to: 1 })
  await changeRow(db, 1, () => ({ status: 'acked' }))
  const next = await anIdentity()
  await adoptIdentity(db, { from: identity.device, next })
  expect(await textsOf(db)).toEqual(['一'])
  const page = aPage(operations.map(({ encoded }) => encoded))
  await recordOperations(db, { ...pulled(page), device: next.device })
  const { state } = await openStream(db, stream, auditKinds)
  expect(
    state.entities
      .get(place)
      ?.registers.get('note')
      ?.map(({ dot }) => dot),
  ).toEqual([`${next.device}:1`])
})

test('a damaged row and an act that must be decided anew are kept aside and not sent again', async () => {
  const { db, identity } = await aKnownTablet()
  await recordOperations(db, anEntryOf(identity.device, '一', '二', '三'))
  await damage(db, 1)
  await changeRow(db, 2, () => ({ status: 'refused', code: 'stale-heads' }))
  const next = await anIdentity()
  expect(await adoptIdentity(db, { from: identity.device, next })).toEqual({ reissued: 1, keptAside: 2 })
  const retired = await db.dexie.retired.toArray()
  expect(retired.map(({ device, n, code, movedTo }) => [device, n, code, movedTo])).toEqual([
    [identity.device, 1, '', null],
    [identity.device, 2, 'stale-heads', null],
    [identity.device, 3, '', `${next.device}:1`],
  ])
})

test('a text in progress stays, and will supersede what its author saw under its new name', async () => {
  const { db, identity } = await aKnownTablet()
  const { operations } = await recordOperations(db, anEntryOf(identity.device, '一'))
  const content = {
    kind: 'answer-noted',
    text: '一と二',
    body: { text: '一と二' },
    seen: operations.map(({ dot }) => dot),
    changedAt: '2026-04-01T09:00:00.000Z',
  }
  await saveDraft(db, { stream, entity: place, register: 'note' }, content)
  const next = await anIdentity()
  await adoptIdentity(db, { from: identity.device, next })
  const [draft] = await readDrafts(db)
  expect(draft?.content).toEqual({ ...content, seen: [`${next.device}:1`] })
})

test('a snapshot made before is not used after', async () => {
  const { db, identity } = await aKnownTablet()
  await recordOperations(db, anEntryOf(identity.device, '一'))
  await saveSnapshot(db, { stream, ...(await openStream(db, stream, auditKinds)) })
  await adoptIdentity(db, { from: identity.device, next: await anIdentity() })
  expect((await openStream(db, stream, auditKinds)).sinceSnapshot).toBe(1)
  expect(await textsOf(db)).toEqual(['一'])
})

test('a tab that has not heard of it is refused, also in a stream that it never wrote in', async () => {
  const { browser, db, identity } = await aKnownTablet()
  const other = await browser.tab()
  other.identity.device = identity.device
  await recordOperations(other, anEntryOf(identity.device, '一'))
  await adoptIdentity(db, { from: identity.device, next: await anIdentity() })
  const stale = recordOperations(other, anEntryOf(identity.device, '二'))
  await expect(stale).rejects.toMatchObject({ code: 'identity-changed', isRetryable: false })
  const elsewhere = recordOperations(other, {
    ...anEntryOf(identity.device, '三'),
    stream: 'audit-2' as StreamId,
  })
  await expect(elsewhere).rejects.toMatchObject({ code: 'identity-changed' })
  expect(await textsOf(db)).toEqual(['一'])
})

test('an operation recorded while it is prepared is recorded once more as well', async () => {
  const { browser, db, identity } = await aKnownTablet()
  const other = await browser.tab()
  await recordOperations(other, anEntryOf(identity.device, '一'))
  const next = await anIdentity()
  const [, recorded] = await Promise.allSettled([
    adoptIdentity(db, { from: identity.device, next }),
    recordOperations(other, anEntryOf(identity.device, '二')),
  ])
  const isSaved = recorded.status === 'fulfilled'
  expect((await textsOf(db)).sort()).toEqual((isSaved ? ['一', '二'] : ['一']).sort())
  const rows = await readRun(db, { stream, from: 1, to: 9 })
  expect(rows.operations.every(({ encoded }) => encoded.header.includes(next.device))).toBe(true)
})

test('answers of the server to the old device change nothing under the new one', async () => {
  const { browser, db, identity } = await aKnownTablet()
  const stale = await browser.tab()
  stale.identity.device = identity.device
  await recordOperations(db, anEntryOf(identity.device, '一', '二'))
  const { operations } = await readRun(db, { stream, from: 1, to: 2 })
  await adoptIdentity(db, { from: identity.device, next: await anIdentity() })
  const before = [await db.dexie.operations.toArray(), await db.dexie.streams.toArray()]
  const refused = { code: 'identity-changed' }
  await expect(markOwn(stale, stream, [{ n: 1, status: 'acked' }])).rejects.toMatchObject(refused)
  const revival = { stream, device: identity.device, from: 1, why: 'loss' as const }
  await expect(reviveOwn(stale, revival)).rejects.toMatchObject(refused)
  const facts = { marks: [{ stream, n: 9, hash: 'h'.repeat(43) }], backedUp: [] }
  await expect(noteFacts(stale, facts)).rejects.toMatchObject(refused)
  await expect(reofferBlocked(stale, facts.marks)).rejects.toMatchObject(refused)
  const page = aPage(operations.map(({ encoded }) => encoded))
  await expect(recordOperations(stale, { ...pulled(page), device: identity.device })).rejects.toMatchObject(refused)
  expect([await db.dexie.operations.toArray(), await db.dexie.streams.toArray()]).toEqual(before)
})

test('two tabs that both ask for it make one change', async () => {
  const { browser, db, identity } = await aKnownTablet()
  const other = await browser.tab()
  await recordOperations(db, anEntryOf(identity.device, '一'))
  const nexts = [await anIdentity(), await anIdentity()] as const
  const changes = await Promise.all([
    adoptIdentity(db, { from: identity.device, next: nexts[0] }),
    adoptIdentity(other, { from: identity.device, next: nexts[1] }),
  ])
  expect(changes.filter((change) => change !== undefined)).toHaveLength(1)
  expect(await db.dexie.retired.count()).toBe(1)
})

test('two tabs at the first start agree on one identity', async () => {
  const browser = aBrowser()
  const tabs = [await browser.tab(), await browser.tab()]
  const claims = await Promise.all(tabs.map(async (db) => claimIdentity(db, await anIdentity())))
  expect(claims.filter(Boolean)).toHaveLength(1)
  const [a, b] = await Promise.all(tabs.map(readIdentity))
  expect(a?.device).toBe(b?.device)
})
