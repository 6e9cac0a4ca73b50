import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { LocalDatabase, StreamChange } from '../../../src/localdb/LocalDatabase.ts'
import { markForRefetch } from '../../../src/localdb/markForRefetch.ts'
import { newsOf } from '../../../src/localdb/newsOf.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readSince } from '../../../src/localdb/readSince.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aNote, anEntry, aPage, operationsOf, pulled, stream, theirs } from '../../support/localdb/someOperations.ts'

const log = operationsOf(theirs, [aNote('一'), aNote('二'), aNote('三')])

/** The change that recording a page of the log announces. */
async function changeBy(db: LocalDatabase, from: number, to: number): Promise<StreamChange> {
  const heard: StreamChange[] = []
  const end = db.watch((change) => heard.push(change))
  expect(await recordOperations(db, pulled(aPage(log, from, to)))).toBe('recorded')
  end()
  expect(heard).toHaveLength(1)
  return heard[0] ?? { stream, source: 'elsewhere' }
}

test('a reader who stands right before a page gets the same from its announcement as from the database', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, pulled(aPage(log, 1, 1)))
  const { position } = await openStream(db, stream, auditKinds)
  const news = newsOf(await changeBy(db, 2, 3), position)
  const { operations, position: after } = await readSince(db, stream, position)
  expect(news).toEqual({ operations, position: after })
  expect(operations).toHaveLength(2)
})

test('a reader who stands elsewhere must look into the database', async () => {
  const db = await aBrowser().tab()
  const { position } = await openStream(db, stream, auditKinds)
  await recordOperations(db, pulled(aPage(log, 1, 1)))
  const change = await changeBy(db, 2, 3)
  expect(newsOf(change, position)).toBeUndefined()
  const current = { ...position, cursor: 1 }
  expect(newsOf(change, current)).toBeDefined()
  expect(newsOf(change, { ...current, generation: 1 })).toBeUndefined()
  expect(newsOf(change, { ...current, refolds: 1 })).toBeUndefined()
  expect(newsOf({ stream, source: 'elsewhere' }, current)).toBeUndefined()
})

test('own operations that a reader has not seen yet are still to be read after a page', async () => {
  const db = await aBrowser().tab()
  const { position } = await openStream(db, stream, auditKinds)
  await recordOperations(db, anEntry(aNote('ours')))
  const news = newsOf(await changeBy(db, 1, 3), position)
  const rest = news && (await readSince(db, stream, news.position))
  expect(rest?.operations).toMatchObject([{ body: { text: 'ours' } }])
})

test('after a refetch began, the first page is no news to who has read the older ones', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, pulled(aPage(log, 1, 3)))
  const { position } = await openStream(db, stream, auditKinds)
  await markForRefetch(db, stream)
  expect(newsOf(await changeBy(db, 1, 3), position)).toBeUndefined()
})
