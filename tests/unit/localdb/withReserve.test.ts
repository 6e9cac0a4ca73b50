import { afterEach, expect, test } from 'vitest'
import { fillReserve } from '../../../src/localdb/fillReserve.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import type { DiskReserve } from '../../../src/localdb/Reserve.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { failWrites } from '../../support/localdb/faults.ts'
import { aNote, anEntry, aPage, operationsOf, pulled, stream, theirs } from '../../support/localdb/someOperations.ts'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'

const makeBytes = () => new Uint8Array(1024)
const quota = new DOMException('full', 'QuotaExceededError')
const noSpace = new DOMException('IO error: FILE_ERROR_NO_SPACE', 'UnknownError')
const draft = {
  kind: 'answer-noted',
  text: '途',
  body: { text: '途' },
  seen: [],
  changedAt: '2026-04-01T09:00:00.000Z',
}
const place = { stream, entity: 'answer:antivirus/1-1' as EntityId, register: 'note' }

const heals: (() => void)[] = []
afterEach(() => {
  for (const heal of heals.splice(0)) heal()
})

/** Full as long as the reserve takes its room. */
async function aFullTablet(store: string, error: DOMException, disk?: DiskReserve) {
  const db = await aBrowser().tab(disk && { diskReserve: disk })
  expect(await fillReserve(db, makeBytes)).toBe(true)
  let isFreed = false
  const { reserve } = db.dexie
  reserve.hook('deleting', () => {
    isFreed = true
  })
  heals.push(failWrites(store, error, () => !isFreed))
  return { db, hasReserve: async () => (await reserve.count()) > 0 }
}

test.each([
  ['a used-up allowance', quota, 'quota-exceeded'],
  ['a full disk', noSpace, 'disk-full'],
])('with %s a tap and a text are still taken in, from the reserve', async (_, error) => {
  const taps = await aFullTablet('operations', error)
  const changes: boolean[] = []
  taps.db.reserve.watch((isInUse) => changes.push(isInUse))
  await recordOperations(taps.db, anEntry(aNote('一')))
  expect([await taps.db.dexie.operations.count(), await taps.hasReserve(), changes]).toEqual([1, false, [true]])
  const texts = await aFullTablet('drafts', error)
  await saveDraft(texts.db, place, draft)
  expect([await texts.db.dexie.drafts.count(), texts.db.reserve.isInUse()]).toEqual([1, true])
})

test('what comes from the server never takes the reserve', async () => {
  const { db, hasReserve } = await aFullTablet('segments', quota)
  const page = pulled(aPage(operationsOf(theirs, [aNote('一')])))
  await expect(recordOperations(db, page)).rejects.toMatchObject({ code: 'quota-exceeded' })
  expect([await hasReserve(), db.reserve.isInUse()]).toEqual([true, false])
})

test('when nothing is left the first reason is told, and nothing is saved', async () => {
  const db = await aBrowser().tab()
  heals.push(failWrites('operations', quota))
  await fillReserve(db, makeBytes)
  const twice = [anEntry(aNote('一')), anEntry(aNote('二'))]
  for (const entry of twice) {
    await expect(recordOperations(db, entry)).rejects.toMatchObject({ code: 'quota-exceeded', isRetryable: true })
  }
  expect([await db.dexie.operations.count(), db.reserve.isInUse()]).toEqual([0, true])
})

test('a disk that is too full to delete from keeps its reason', async () => {
  const { db } = await aFullTablet('operations', noSpace)
  const { reserve } = db.dexie
  reserve.hook('deleting', () => {
    throw noSpace
  })
  await expect(recordOperations(db, anEntry(aNote('一')))).rejects.toMatchObject({ code: 'disk-full' })
})

test('the file beside the database is freed too: without it a full disk may not even open the database', async () => {
  const log: string[] = []
  const disk: DiskReserve = {
    fill: () => Promise.resolve(log.push('filled') > 0),
    free: () => Promise.resolve(log.push('freed') > 0),
  }
  const { db } = await aFullTablet('operations', noSpace, disk)
  await recordOperations(db, anEntry(aNote('一')))
  expect(log).toEqual(['filled', 'freed'])
})

test('a spent reserve is filled again once there is room, and only then counts as unused', async () => {
  const { db, hasReserve } = await aFullTablet('operations', quota)
  await recordOperations(db, anEntry(aNote('一')))
  heals.push(failWrites('reserve', quota))
  expect(await fillReserve(db, makeBytes)).toBe(false)
  expect(db.reserve.isInUse()).toBe(true)
  heals.pop()?.()
  expect(await fillReserve(db, makeBytes)).toBe(true)
  expect([await hasReserve(), db.reserve.isInUse()]).toEqual([true, false])
})
