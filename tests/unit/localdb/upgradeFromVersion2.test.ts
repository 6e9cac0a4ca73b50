import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { loadDump, type DatabaseDump } from '../../support/localdb/loadDump.ts'
import { aPhoto, attaching, sumOf } from '../../support/localdb/someEvidence.ts'
import { stateSnapshot } from '../../support/stateSnapshot.ts'
import dump from '../../fixtures/localdb/v2.json' with { type: 'json' }
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { listEvidence } from '../../../src/localdb/listEvidence.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { readEvidence } from '../../../src/localdb/readEvidence.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'

const golden: DatabaseDump = dump

async function upgraded() {
  const indexedDB = new IDBFactory()
  await loadDump(indexedDB, golden)
  return aBrowser(indexedDB).tab()
}

test('a database of version 2 opens, is upgraded, and shows the same audits', async () => {
  const db = await upgraded()
  expect(db.dexie.verno).toBe(3)
  for (const [stream, expected] of Object.entries(dump.audits)) {
    const { state, damaged } = await openStream(db, stream as StreamId, auditKinds)
    const shown: unknown = JSON.parse(JSON.stringify(stateSnapshot(state)))
    expect(shown).toMatchObject(expected)
    expect(damaged).toEqual([])
  }
})

test('after the upgrade what waited still waits, and nothing that was kept is gone', async () => {
  const db = await upgraded()
  expect(await listUnsent(db)).toEqual([
    { stream: 'audit-1', from: 7, to: 9 },
    { stream: 'audit-2', from: 1, to: 1 },
  ])
  expect(await countUnsent(db)).toEqual({ entries: 4, photos: 1 })
  expect((await readDrafts(db)).map(({ content }) => content?.text)).toEqual(['書きかけ', '二つ目の書きかけ'])
  expect([await db.dexie.relays.count(), await db.dexie.retired.count(), await db.dexie.reserve.count()]).toEqual([
    1, 1, 1,
  ])
})

test('a row of version 2 says nothing of its type and proves nothing: it is sent once more', async () => {
  const db = await upgraded()
  expect(await listEvidence(db, 'unsent')).toMatchObject([
    { size: 3, mediaType: 'application/octet-stream', heldSince: '', code: '' },
  ])
  const chunks = await db.dexie.evidenceChunks.toArray()
  expect(chunks.map(({ index, bytes }) => [index, ...bytes])).toEqual([[0, 1, 2, 3]])
})

test('an upgraded database takes evidence in', async () => {
  const db = await upgraded()
  const photo = aPhoto(5_000)
  await recordOperations(db, attaching(photo))
  expect(await sumOf(await readEvidence(db, photo.sha256))).toBe(photo.sha256)
})
