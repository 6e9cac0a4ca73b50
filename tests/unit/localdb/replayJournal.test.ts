import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'
import { emptyChain } from '../../../src/domain/oplog/encodeOperation.ts'
import { readRegister } from '../../../src/domain/oplog/Register.ts'
import { must } from '../../../src/domain/must.ts'
import { adoptIdentity } from '../../../src/localdb/adoptIdentity.ts'
import { claimIdentity } from '../../../src/localdb/Identity.ts'
import { parseJournal } from '../../../src/localdb/Journal.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import type { DraftContent } from '../../../src/localdb/LocalRows.ts'
import { dropDraft } from '../../../src/localdb/dropDraft.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { replayJournal } from '../../../src/localdb/replayJournal.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { anIdentity } from '../../support/localdb/anIdentity.ts'
import { failWrites, killDatabase } from '../../support/localdb/faults.ts'
import { aContext, aNote, anEntry, aPage, ours, pulled, stream } from '../../support/localdb/someOperations.ts'

const entity = 'answer:antivirus/1-1' as EntityId
const place = { stream, entity, register: 'note' }

function aDraft(text: string, changedAt = '2026-04-01T09:00:00.000Z'): DraftContent {
  return { kind: 'answer-noted', text, body: { text }, seen: [], changedAt }
}

/** A page whose journal lies in `kept`, and which would be loaded anew when it is lost. */
async function aPageWithJournal(browser = aBrowser(), id = 'page-1') {
  const kept = { text: '', losses: 0 }
  const db = await browser.tab({
    journal: { id, write: (text) => (kept.text = text) },
    onLost: () => (kept.losses += 1) > 0,
  })
  return { browser, db, kept }
}

const journalOf = ({ text }: { text: string }) => must(parseJournal(text), 'a journal')

async function notesOf(db: LocalDatabase, of = entity) {
  const { state } = await openStream(db, stream, auditKinds)
  return readRegister<'answer-noted', { 'answer-noted': { text: string } }>(state.entities.get(of), 'note').values.map(
    ({ content }) => content.body.text,
  )
}

const lost = { code: 'database-lost', isRetryable: false }

test('what a dead database refuses goes to the journal, is never called saved, and is there after the next start', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  await recordOperations(db, anEntry(aNote('前')))
  const revive = killDatabase(db, browser.indexedDB)
  await expect(recordOperations(db, anEntry(aNote('一', { supersedes: [] })))).rejects.toMatchObject(lost)
  await expect(saveDraft(db, { ...place, register: 'cause' }, aDraft('書きかけ'))).rejects.toMatchObject(lost)
  expect(kept.losses).toBe(1)
  revive()
  const next = await browser.tab()
  expect(await replayJournal(next, { content: journalOf(kept), device: ours })).toEqual({ operations: 1, drafts: 1 })
  expect((await notesOf(next)).sort()).toEqual(['前', '一'].sort())
  expect((await readDrafts(next)).map(({ key, content }) => [key.register, content?.text])).toEqual([
    ['cause', '書きかけ'],
  ])
  const [, second] = (await readRun(next, { stream, from: 1, to: 2 })).operations
  expect(second?.encoded).toEqual(journalOf(kept).entries[0]?.operations[0])
})

test('once the page is lost, what it writes is in the journal before the call returns: it may be unloading', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  const revive = killDatabase(db, browser.indexedDB)
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  const recording = recordOperations(db, anEntry(aNote('二')))
  const saving = saveDraft(db, place, aDraft('書きかけ'))
  expect([journalOf(kept).entries.length, journalOf(kept).drafts.length]).toEqual([2, 1])
  await Promise.allSettled([recording, saving])
  revive()
})

test('a journal taken in twice changes nothing the second time', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  const revive = killDatabase(db, browser.indexedDB)
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  await expect(saveDraft(db, place, aDraft('書きかけ'))).rejects.toMatchObject(lost)
  revive()
  const next = await browser.tab()
  const replay = { content: journalOf(kept), device: ours }
  await replayJournal(next, replay)
  await dropDraft(next, place)
  expect(await replayJournal(next, replay)).toEqual({ operations: 0, drafts: 0 })
  expect(await next.dexie.operations.count()).toBe(1)
  expect(await readDrafts(next)).toEqual([])
})

test('a page that lives on after its journal was taken in adds only what is new', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  const revive = killDatabase(db, browser.indexedDB)
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  const early = journalOf(kept)
  await expect(recordOperations(db, anEntry(aNote('二', { entity: 'answer:antivirus/1-2' })))).rejects.toMatchObject(
    lost,
  )
  revive()
  const next = await browser.tab()
  await replayJournal(next, { content: early, device: ours })
  expect(await replayJournal(next, { content: journalOf(kept), device: ours })).toEqual({ operations: 1, drafts: 0 })
  expect(await next.dexie.operations.count()).toBe(2)
})

test('a recording that was committed although its connection died is recognised', async () => {
  const { db, kept } = await aPageWithJournal()
  const entry = anEntry(aNote('一'))
  await recordOperations(db, entry)
  const { operations } = await readRun(db, { stream, from: 1, to: 1 })
  const encoded = operations.map((operation) => operation.encoded)
  // What the page knows when the transaction completed and nobody told it.
  const head = { n: 1, hash: db.sha256(must(encoded[0], 'one').header) }
  db.journal?.addEntry(entry, { head: emptyChain, attempted: { operations: encoded, head } })
  await replayJournal(db, { content: journalOf(kept), device: ours })
  expect(await db.dexie.operations.count()).toBe(1)
})

test('when another tab has moved the chain, the journal is recorded once more behind it', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  await recordOperations(db, anEntry(aNote('前', { entity: 'answer:antivirus/1-9' })))
  const revive = killDatabase(db, browser.indexedDB)
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  await expect(recordOperations(db, anEntry(aNote('二')))).rejects.toMatchObject(lost)
  revive()
  const other = await browser.tab()
  await recordOperations(other, anEntry(aNote('間', { entity: 'answer:antivirus/1-8' })))
  const next = await browser.tab()
  await replayJournal(next, { content: journalOf(kept), device: ours })
  expect(await notesOf(next)).toEqual(['二'])
  const { operations } = await readRun(next, { stream, from: 1, to: 9 })
  expect(operations.map(({ n }) => n)).toEqual([1, 2, 3, 4])
})

test('a second try at the same place supersedes the first, and the same once more adds nothing', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  const revive = killDatabase(db, browser.indexedDB)
  for (const text of ['一', '一二', '一二', '一']) {
    await expect(recordOperations(db, anEntry(aNote(text)))).rejects.toMatchObject(lost)
  }
  revive()
  const next = await browser.tab()
  await replayJournal(next, { content: journalOf(kept), device: ours })
  expect(await notesOf(next)).toEqual(['一'])
  expect(await next.dexie.operations.count()).toBe(3)
})

test('a text that became an operation, or was given up, is no draft after the next start', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  await saveDraft(db, place, aDraft('一'))
  await saveDraft(db, { ...place, register: 'cause' }, aDraft('二'))
  const revive = killDatabase(db, browser.indexedDB)
  const finished = { ...anEntry(aNote('一')), clearsDrafts: [place] }
  await expect(recordOperations(db, finished)).rejects.toMatchObject(lost)
  await expect(dropDraft(db, { ...place, register: 'cause' })).rejects.toMatchObject(lost)
  revive()
  const next = await browser.tab()
  await replayJournal(next, { content: journalOf(kept), device: ours })
  expect(await readDrafts(next)).toEqual([])
})

test('a draft that was changed on the tablet since stays', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  const revive = killDatabase(db, browser.indexedDB)
  await expect(saveDraft(db, place, aDraft('古い', '2026-04-01T09:00:00.000Z'))).rejects.toMatchObject(lost)
  revive()
  const next = await browser.tab()
  await saveDraft(next, place, aDraft('新しい', '2026-04-01T09:00:01.000Z'))
  await replayJournal(next, { content: journalOf(kept), device: ours })
  expect((await readDrafts(next))[0]?.content?.text).toBe('新しい')
})

test('a journal that does not get into the database leaves nothing behind, and gets in the next time', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  const revive = killDatabase(db, browser.indexedDB)
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  revive()
  const next = await browser.tab()
  const replay = { content: journalOf(kept), device: ours }
  const heal = failWrites('vault', new DOMException('no', 'QuotaExceededError'))
  await expect(replayJournal(next, replay)).rejects.toMatchObject({ code: 'quota-exceeded' })
  heal()
  expect([await next.dexie.operations.count(), await next.dexie.streams.count()]).toEqual([0, 0])
  await replayJournal(next, replay)
  expect(await notesOf(next)).toEqual(['一'])
})

test('a journal of an identity that was given up is recorded under the new one', async () => {
  const browser = aBrowser()
  const identity = await anIdentity()
  const main = await browser.tab()
  await claimIdentity(main, identity)
  const { db, kept } = await aPageWithJournal(browser)
  const context = aContext(identity.device)
  const first = await recordOperations(db, { ...anEntry(aNote('一')), context })
  const next = await anIdentity()
  await adoptIdentity(main, { from: identity.device, next })
  const dots = first.operations.map(({ dot }) => dot)
  const stale = recordOperations(db, { ...anEntry(aNote('二', { supersedes: dots })), context })
  await expect(stale).rejects.toMatchObject({ code: 'identity-changed' })
  await replayJournal(main, { content: journalOf(kept), device: next.device })
  expect(await notesOf(main)).toEqual(['二'])
  const { operations } = await readRun(main, { stream, from: 1, to: 9 })
  expect(operations.map(({ encoded }) => encoded.header.includes(next.device))).toEqual([true, true])
})

test('a database that was emptied under the page is noticed, and what is written then is kept', async () => {
  const browser = aBrowser()
  const identity = await anIdentity()
  const { db, kept } = await aPageWithJournal(browser)
  await claimIdentity(db, identity)
  db.identity.device = identity.device
  const context = aContext(identity.device)
  await recordOperations(db, { ...anEntry(aNote('一')), context })
  await Promise.all([db.dexie.operations.clear(), db.dexie.streams.clear(), db.dexie.sentinel.clear()])
  await expect(recordOperations(db, { ...anEntry(aNote('二')), context })).rejects.toMatchObject(lost)
  expect(await db.dexie.operations.count()).toBe(0)
  expect(journalOf(kept).entries).toHaveLength(1)
})

test('what is in a page already is passed over', async () => {
  const { browser, db, kept } = await aPageWithJournal()
  const revive = killDatabase(db, browser.indexedDB)
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  revive()
  const next = await browser.tab()
  const content = journalOf(kept)
  await recordOperations(next, pulled(aPage(content.entries.flatMap(({ operations }) => operations))))
  expect(await replayJournal(next, { content, device: ours })).toEqual({ operations: 0, drafts: 0 })
})
