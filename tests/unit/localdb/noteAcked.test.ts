import { expect, test } from 'vitest'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { noteAcked } from '../../../src/localdb/noteAcked.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aNote, anEntry, aPage, ours, pulled, stream } from '../../support/localdb/someOperations.ts'

async function withFive() {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(...['一', '二', '三', '四', '五'].map((text) => aNote(text))))
  return db
}

test('what is noted as acknowledged waits no more, and stays here until a page holds it', async () => {
  const db = await withFive()
  const { operations } = await readRun(db, { stream, from: 1, to: 5 })
  await noteAcked(db, [
    { stream, from: 1, to: 2 },
    { stream, from: 3, to: 4 },
  ])
  expect(await listUnsent(db)).toEqual([{ stream, from: 5, to: 5 }])
  expect(await db.dexie.operations.count()).toBe(5)
  await recordOperations(db, pulled(aPage(operations.slice(0, 4).map(({ encoded }) => encoded))))
  expect(await db.dexie.operations.count()).toBe(1)
  expect(await listUnsent(db)).toEqual([{ stream, from: 5, to: 5 }])
})

test('nothing is noted past what still waits', async () => {
  const db = await withFive()
  await noteAcked(db, [{ stream, from: 3, to: 5 }])
  expect(await countUnsent(db)).toEqual({ entries: 5, photos: 0 })
  await markOwn(db, stream, [
    { n: 1, status: 'acked' },
    { n: 2, status: 'refused', code: 'malformed-operation' },
  ])
  await noteAcked(db, [{ stream, from: 3, to: 5 }])
  expect(await countUnsent(db)).toEqual({ entries: 0, photos: 0 })
})

test('a note that comes late takes nothing back', async () => {
  const db = await withFive()
  await noteAcked(db, [{ stream, from: 1, to: 4 }])
  await noteAcked(db, [{ stream, from: 1, to: 2 }])
  expect(await listUnsent(db)).toEqual([{ stream, from: 5, to: 5 }])
})

test('a tab that takes the tablet for another device notes nothing', async () => {
  const db = await withFive()
  await db.dexie.sentinel.put({ name: 'device', device: 'another' })
  db.identity.device = ours
  await expect(noteAcked(db, [{ stream, from: 1, to: 5 }])).rejects.toMatchObject({ code: 'identity-changed' })
  expect(await countUnsent(db)).toEqual({ entries: 5, photos: 0 })
})
