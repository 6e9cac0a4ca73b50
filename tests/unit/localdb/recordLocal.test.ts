import { forceCloseDatabase, IDBDatabase, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { LocalDatabaseError } from '../../../src/localdb/LocalDatabaseError.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { positionAfter } from '../../../src/localdb/recordLocal.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { aBrowser, sha256 } from '../../support/localdb/aDatabase.ts'
import { abortAtCommit, failWrites } from '../../support/localdb/faults.ts'
import { aNote, anEntry, ours, stream } from '../../support/localdb/someOperations.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { parseHeader } from '../../../src/domain/oplog/parseOperation.ts'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'

const restores: (() => void)[] = []

afterEach(() => {
  vi.restoreAllMocks()
  for (const restore of restores.splice(0)) restore()
})

async function chainOf(db: LocalDatabase) {
  const { operations } = await readRun(db, { stream, from: 1, to: 1000 })
  return operations.map(({ encoded }) => {
    const header = parseHeader(encoded.header)
    if (!header.ok) throw new Error(header.error)
    return { n: header.value.n, prev: header.value.prev, hash: sha256(encoded.header) }
  })
}

test('[M1] [M2] operations recorded one after another form one chain', async () => {
  const db = await aBrowser().tab()
  const first = await recordOperations(db, anEntry(aNote('一'), aNote('二')))
  const second = await recordOperations(db, anEntry(aNote('三')))
  expect([first.first, first.last, second.first, second.last]).toEqual([1, 2, 3, 3])
  expect(second.operations.map(({ dot }) => dot)).toEqual([`${ours}:3`])
  const chain = await chainOf(db)
  expect(chain.map(({ n }) => n)).toEqual([1, 2, 3])
  expect(chain.map(({ prev }) => prev)).toEqual(['', chain[0]?.hash, chain[1]?.hash])
})

test('every write transaction is strict', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一')))
  const writes = transaction.mock.results
    .map(({ value }) => value as IDBTransaction)
    .filter(({ mode }) => mode === 'readwrite')
  expect(writes.length).toBeGreaterThan(0)
  expect(writes.map(({ durability }) => durability)).toEqual(writes.map(() => 'strict'))
})

test('a save is two puts in one transaction', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一')))
  transaction.mockClear()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  const add = vi.spyOn(IDBObjectStore.prototype, 'add')
  await recordOperations(db, anEntry(aNote('二')))
  expect(transaction.mock.calls.map(([names]) => names)).toEqual([['operations', 'streams']])
  expect([put.mock.calls.length, add.mock.calls.length]).toEqual([1, 1])
})

test('two tabs racing on one head both record, on one chain', async () => {
  const browser = aBrowser()
  const tabs = await Promise.all([browser.tab(), browser.tab(), browser.tab()])
  await Promise.all(
    tabs.flatMap((db, tab) =>
      Array.from({ length: 12 }, (_, index) => recordOperations(db, anEntry(aNote(`${tab}-${index}`)))),
    ),
  )
  const [db] = tabs
  const chain = await chainOf(db)
  expect(chain.map(({ n }) => n)).toEqual(Array.from({ length: 36 }, (_, index) => index + 1))
  expect(chain.slice(1).map(({ prev }) => prev)).toEqual(chain.slice(0, -1).map(({ hash }) => hash))
})

test('a reader stays in front of what another tab recorded in between', async () => {
  const browser = aBrowser()
  const [here, there] = [await browser.tab(), await browser.tab()]
  const before = { generation: 0, cursor: 0, own: 0, refolds: 0 }
  const next = positionAfter(before, await recordOperations(here, anEntry(aNote('一'))))
  expect(next.own).toBe(1)
  await recordOperations(there, anEntry(aNote('二')))
  expect(positionAfter(next, await recordOperations(here, anEntry(aNote('三')))).own).toBe(1)
})

test('the draft it came from goes in the same transaction', async () => {
  const db = await aBrowser().tab()
  const key = { stream, entity: 'answer:antivirus/1-1' as EntityId, register: 'note' }
  const other = { ...key, register: 'value' }
  const content = {
    kind: 'answer-noted',
    text: '途中',
    body: { text: '途中' },
    seen: [],
    changedAt: '2026-04-01T09:00:00.000Z',
  }
  await saveDraft(db, key, content)
  await saveDraft(db, other, content)
  await recordOperations(db, { ...anEntry(aNote('途中')), clearsDrafts: [key] })
  expect((await readDrafts(db, stream)).map((draft) => draft.key)).toEqual([other])
})

test('a failed save keeps the draft and writes nothing', async () => {
  const db = await aBrowser().tab()
  const key = { stream, entity: 'answer:antivirus/1-1' as EntityId, register: 'note' }
  await saveDraft(db, key, {
    kind: 'answer-noted',
    text: '途中',
    body: { text: '途中' },
    seen: [],
    changedAt: '2026-04-01T09:00:00.000Z',
  })
  restores.push(failWrites('streams', new DOMException('full', 'QuotaExceededError')))
  const saving = recordOperations(db, { ...anEntry(aNote('途中')), clearsDrafts: [key] })
  await expect(saving).rejects.toMatchObject({ name: 'LocalDatabaseError', code: 'quota-exceeded', isRetryable: true })
  expect(await chainOf(db)).toEqual([])
  expect(await readDrafts(db, stream)).toHaveLength(1)
})

test.each([
  ['DataError', 'disk-full'],
  ['QuotaExceededError', 'quota-exceeded'],
  ['AbortError', 'not-saved'],
] as const)('%s in the transaction is told as %s, and the next save works', async (name, code) => {
  const db = await aBrowser().tab()
  const restore = failWrites('operations', new DOMException('trouble', name))
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject({ code })
  restore()
  const recorded = await recordOperations(db, anEntry(aNote('二')))
  expect(recorded.last).toBe(1)
})

test('a transaction that aborts at the end is not saved', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一')))
  const restore = abortAtCommit()
  await expect(recordOperations(db, anEntry(aNote('二')))).rejects.toBeInstanceOf(LocalDatabaseError)
  restore()
  expect(await chainOf(db)).toHaveLength(1)
})

test('a connection that was force-closed is opened again for the save', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一')))
  forceCloseDatabase(db.dexie.backendDB() as never)
  const recorded = await recordOperations(db, anEntry(aNote('二')))
  expect(recorded.first).toBe(2)
  expect(await chainOf(db)).toHaveLength(2)
})

test('a connection that cannot be opened again is database-lost', async () => {
  const browser = aBrowser()
  const db = await browser.tab()
  db.dexie.backendDB().close()
  vi.spyOn(browser.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
  })
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject({
    code: 'database-lost',
    isRetryable: false,
  })
})

test('an operation that no device could read again is refused before anything is written', async () => {
  const db = await aBrowser().tab()
  const broken = { ...aNote('一'), entity: 'Not An Entity' as EntityId }
  await expect(recordOperations(db, anEntry(aNote('零'), broken))).rejects.toThrow('unrecordable')
  expect(await chainOf(db)).toEqual([])
})

test('what was recorded is there after a restart', async () => {
  const browser = aBrowser()
  const before = await browser.tab()
  await recordOperations(before, anEntry(aNote('一'), aNote('二', { entity: 'answer:antivirus/1-2' })))
  before.close()
  const opened = await openStream(await browser.tab(), stream, auditKinds)
  expect([...opened.state.entities.keys()]).toEqual(['answer:antivirus/1-1', 'answer:antivirus/1-2'])
  expect(opened.position.own).toBe(2)
})

test('a row that stands in the way is never written over', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一')))
  const row = await db.dexie.operations.get([stream, 1])
  if (row === undefined) throw new Error('a row expected')
  await db.dexie.operations.add({ ...row, n: 2 })
  await expect(recordOperations(db, anEntry(aNote('二')))).rejects.toMatchObject({ code: 'not-saved' })
  expect((await db.dexie.streams.get(stream))?.n).toBe(1)
})
