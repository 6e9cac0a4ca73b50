import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { HintPort, LocalDatabase, StreamChange } from '../../../src/localdb/LocalDatabase.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readOutlook } from '../../../src/localdb/readOutlook.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aNote, anEntry, aPage, operationsOf, pulled, stream, theirs } from '../../support/localdb/someOperations.ts'

const log = operationsOf(theirs, [aNote('first'), aNote('second')])

/** Of a tab that is closing: what it posts reaches nobody. */
const deaf: HintPort = { post: () => undefined, subscribe: () => () => undefined }

async function aLookingTab(
  browser: ReturnType<typeof aBrowser>,
): Promise<{ db: LocalDatabase; heard: StreamChange[] }> {
  const db = await browser.tab()
  await openStream(db, stream, auditKinds)
  await readOutlook(db)
  const heard: StreamChange[] = []
  db.watch((change) => heard.push(change))
  return { db, heard }
}

test('a page that a closing tab took unheard is told of at the next look, once, here and in the other tabs', async () => {
  const browser = aBrowser()
  const closing = await browser.tab({ hints: deaf })
  const { db, heard } = await aLookingTab(browser)
  const beside = await browser.tab()
  const heardBeside: StreamChange[] = []
  beside.watch((change) => heardBeside.push(change))
  await recordOperations(closing, pulled(aPage(log, 1, 1)))
  expect(heard).toEqual([])
  await readOutlook(db)
  await readOutlook(db)
  expect(heard).toEqual([{ stream, source: 'pulled' }])
  expect(heardBeside).toEqual([{ stream, source: 'elsewhere' }])
})

test('an entry that a closing tab saved unheard is told of', async () => {
  const browser = aBrowser()
  const closing = await browser.tab({ hints: deaf })
  const { db, heard } = await aLookingTab(browser)
  await recordOperations(closing, anEntry(aNote('by the closing tab')))
  await readOutlook(db)
  expect(heard).toEqual([{ stream, source: 'pulled' }])
})

test('what came before the first look is told of where a reader of this tab stood further back', async () => {
  const browser = aBrowser()
  const closing = await browser.tab({ hints: deaf })
  const db = await browser.tab()
  await openStream(db, stream, auditKinds)
  const heard: StreamChange[] = []
  db.watch((change) => heard.push(change))
  await recordOperations(closing, pulled(aPage(log, 1, 1)))
  await openStream(db, stream, auditKinds)
  await readOutlook(db)
  expect(heard).toEqual([{ stream, source: 'pulled' }])
})

test('what this tab records and pulls itself is not told of again', async () => {
  const { db, heard } = await aLookingTab(aBrowser())
  await recordOperations(db, pulled(aPage(log, 1, 1)))
  await recordOperations(db, anEntry(aNote('ours')))
  await readOutlook(db)
  await recordOperations(db, pulled(aPage(log, 2, 2)))
  await readOutlook(db)
  expect(heard.map(({ source }) => source)).toEqual(['pulled', 'local', 'pulled'])
})

test('the few entries that wait are read with the look, in runs, without what was refused among them', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(...['一', '二', '三', '四'].map((text) => aNote(text))))
  await markOwn(db, stream, [{ n: 2, status: 'refused', code: 'malformed-operation' }])
  const { unsent, few } = await readOutlook(db)
  expect(unsent).toEqual(await listUnsent(db))
  expect(unsent.map((run) => few.get(run)?.operations.map(({ n }) => n))).toEqual([[1], [3, 4]])
})

test('of many entries only the places are read', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(...Array.from({ length: 21 }, (_, index) => aNote(`note ${index}`))))
  const { unsent, few } = await readOutlook(db)
  expect(unsent).toEqual([{ stream, from: 1, to: 21 }])
  expect(few.size).toBe(0)
})
