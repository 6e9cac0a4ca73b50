import { expect, test } from 'vitest'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'
import { must } from '../../../src/domain/must.ts'
import { parseJournal } from '../../../src/localdb/Journal.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import type { DraftContent } from '../../../src/localdb/LocalRows.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { replayJournal } from '../../../src/localdb/replayJournal.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { aBrowser, type Browser } from '../../support/localdb/aDatabase.ts'
import { aNote, anEntry, ours, stream } from '../../support/localdb/someOperations.ts'

const lost = { code: 'database-lost' }
const place = { stream, entity: 'answer:antivirus/1-2' as EntityId, register: 'note' }
const draft: DraftContent = {
  kind: 'answer-noted',
  text: '書きかけ',
  body: { text: '書きかけ' },
  seen: [],
  changedAt: '2026-04-01T09:00:00.000Z',
}

async function aPage(browser: Browser) {
  const kept = { text: '' }
  const db = await browser.tab({ journal: { id: 'page-1', write: (text) => (kept.text = text) } })
  return { db, kept }
}

async function startAfter(browser: Browser, { text }: { text: string }) {
  const next = await browser.tab()
  if (text !== '') await replayJournal(next, { content: must(parseJournal(text), 'a journal'), device: ours })
  return next
}

async function notesOf(db: LocalDatabase) {
  const { operations } = await readRun(db, { stream, from: 1, to: 99 })
  return operations.map(({ encoded }) => (JSON.parse(encoded.body) as { text: string }).text)
}

/** A transaction that never ends by itself: what WebKit makes of one whose page it keeps for the way back. */
function holdOpen(transaction: IDBTransaction): void {
  const again = () => {
    transaction.objectStore('streams').get(stream).onsuccess = again
  }
  again()
}

const turns = async (count: number) => {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve))
}

test('a page that goes leaves no transaction behind that the next page would wait for', async () => {
  const browser = aBrowser()
  const { db } = await aPage(browser)
  holdOpen(db.dexie.backendDB().transaction(['streams'], 'readonly'))
  const endless = db.dexie.transaction('rw', db.dexie.streams, async () => {
    for (;;) await db.dexie.streams.get(stream)
  })
  const ending = Promise.allSettled([endless])
  const next = await browser.tab()
  let isSaved = false
  const saving = recordOperations(next, anEntry(aNote('一'))).then(() => (isSaved = true))
  await turns(20)
  expect(isSaved).toBe(false)
  db.leave()
  await saving
  await ending
  expect(await notesOf(next)).toEqual(['一'])
})

test('whenever the page goes, what it was saving and what waited behind it is there once after the next start', async () => {
  for (let moment = 0; moment < 12; moment += 1) {
    const browser = aBrowser()
    const { db, kept } = await aPage(browser)
    const savings = ['一', '二', '三'].map((text, index) =>
      recordOperations(db, anEntry(aNote(text, { entity: `answer:antivirus/1-${String(index)}` }))),
    )
    const settled = Promise.allSettled(savings)
    await turns(moment)
    db.leave()
    await settled
    const next = await startAfter(browser, kept)
    expect(await notesOf(next), `after ${String(moment)} turns`).toEqual(['一', '二', '三'])
  }
})

test('a save under way is refused at once, without a word from the database', async () => {
  const browser = aBrowser()
  const { db, kept } = await aPage(browser)
  const recording = expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  const saving = expect(saveDraft(db, place, draft)).rejects
  db.leave()
  for (let left = 20; left > 0; left -= 1) await Promise.resolve()
  expect(kept.text).toContain('"entries":[{')
  expect(kept.text).toContain('書きかけ')
  await recording
  await saving.toMatchObject(lost)
  const next = await startAfter(browser, kept)
  expect((await readDrafts(next)).map(({ content }) => content?.text)).toEqual(['書きかけ'])
})

test('a page that has gone writes to its journal before the call returns, and never opens the database again', async () => {
  const browser = aBrowser()
  const { db, kept } = await aPage(browser)
  db.leave()
  await expect(db.reopen()).rejects.toMatchObject(lost)
  const recording = expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject(lost)
  expect(kept.text).toContain('"entries":[{')
  await recording
  expect(db.dexie.isOpen()).toBe(false)
  expect(await notesOf(await startAfter(browser, kept))).toEqual(['一'])
})
