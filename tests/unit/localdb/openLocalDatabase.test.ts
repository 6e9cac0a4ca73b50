import { Dexie } from 'dexie'
import { IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { StreamChange } from '../../../src/localdb/LocalDatabase.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { schemaVersion } from '../../../src/localdb/LocalDexie.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { loadDump } from '../../support/localdb/loadDump.ts'
import dump from '../../fixtures/localdb/v1.json' with { type: 'json' }
import { aNote, anEntry, aPage, operationsOf, pulled, stream, theirs } from '../../support/localdb/someOperations.ts'

/** What a later release would open. */
function newerRelease(indexedDB: IDBFactory) {
  const dexie = new Dexie('genba-test', { indexedDB, IDBKeyRange })
  dexie.version(schemaVersion + 1).stores({ operations: '[stream+n], [status+stream+n]', other: 'id' })
  return dexie
}

test('a database that a newer release has written is not opened', async () => {
  const browser = aBrowser()
  const newer = await newerRelease(browser.indexedDB).open()
  newer.close()
  await expect(browser.tab()).rejects.toMatchObject({ code: 'newer-database', isRetryable: false })
})

test('an old tab makes way for a newer release and saves nothing more', async () => {
  const browser = aBrowser()
  const old = await browser.tab()
  await recordOperations(old, anEntry(aNote('一')))
  const newer = await newerRelease(browser.indexedDB).open()
  await expect(recordOperations(old, anEntry(aNote('二')))).rejects.toMatchObject({ code: 'newer-database' })
  expect(await newer.table('operations').count()).toBe(1)
  newer.close()
})

test('an upgrade that an old tab blocks is told as blocked', async () => {
  const browser = aBrowser()
  // A tab of version 1 that does not close when it is asked to.
  await loadDump(browser.indexedDB, dump)
  const stubborn = browser.indexedDB.open('genba-test', dump.version)
  await new Promise((resolve) => (stubborn.onsuccess = resolve))
  await expect(browser.tab()).rejects.toMatchObject({ code: 'blocked', isRetryable: true })
  stubborn.result.close()
  const db = await browser.tab()
  expect([db.dexie.isOpen(), db.dexie.verno]).toEqual([true, schemaVersion])
})

test('every commit is announced here with its source and in other tabs as a hint', async () => {
  const browser = aBrowser()
  const [here, there] = [await browser.tab(), await browser.tab()]
  const heard: StreamChange[] = []
  const elsewhere: StreamChange[] = []
  const end = here.watch((change) => heard.push(change))
  there.watch((change) => elsewhere.push(change))
  await recordOperations(here, anEntry(aNote('一')))
  await recordOperations(here, pulled(aPage(operationsOf(theirs, [aNote('二')]))))
  expect(heard).toMatchObject([
    { stream, source: 'local' },
    { stream, source: 'pulled' },
  ])
  expect(elsewhere).toEqual([
    { stream, source: 'elsewhere' },
    { stream, source: 'elsewhere' },
  ])
  end()
  await recordOperations(here, anEntry(aNote('三')))
  expect(heard).toHaveLength(2)
})
