import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { loadDump, type DatabaseDump } from '../../support/localdb/loadDump.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aContext, aNote } from '../../support/localdb/someOperations.ts'
import { stateSnapshot } from '../../support/stateSnapshot.ts'
import dump from '../../fixtures/localdb/v1.json' with { type: 'json' }
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'
import { checkSentinel } from '../../../src/localdb/checkSentinel.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { listRefused } from '../../../src/localdb/listRefused.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { readSummaries } from '../../../src/localdb/readSummaries.ts'
import { readVault } from '../../../src/localdb/readVault.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'

const golden: DatabaseDump = dump

async function upgraded() {
  const indexedDB = new IDBFactory()
  await loadDump(indexedDB, golden)
  const browser = aBrowser(indexedDB)
  return { browser, db: await browser.tab() }
}

test('a database of version 1 opens, is upgraded, and shows the same audits', async () => {
  const { db } = await upgraded()
  expect(db.dexie.verno).toBe(3)
  for (const [stream, expected] of Object.entries(dump.audits)) {
    const { state, damaged } = await openStream(db, stream as StreamId, auditKinds)
    const shown: unknown = JSON.parse(JSON.stringify(stateSnapshot(state)))
    expect(shown).toMatchObject(expected)
    expect(damaged).toEqual([])
  }
})

test('after the upgrade the same entries wait, are acknowledged and are refused', async () => {
  const { db } = await upgraded()
  expect(await listUnsent(db)).toEqual([
    { stream: 'audit-1', from: 6, to: 8 },
    { stream: 'audit-2', from: 1, to: 1 },
  ])
  expect(await countUnsent(db)).toEqual({ entries: 4, photos: 1 })
  expect(await listRefused(db)).toMatchObject([{ n: 4, code: 'too-large' }])
  expect((await listStreams(db)).map(({ stream, acked }) => [stream, acked])).toEqual([
    ['audit-1', 5],
    ['audit-2', 0],
  ])
})

test('after the upgrade the tablet is who it was, and goes on in its chain', async () => {
  const { db } = await upgraded()
  expect(await checkSentinel(db, 'tablet-a')).toEqual({ state: 'intact', device: 'tablet-a' })
  expect(await readVault(db, 'device')).toMatchObject({ device: 'tablet-a' })
  expect(await readDrafts(db)).toMatchObject([{ content: { text: '書きかけ' } }])
  expect((await readSummaries(db)).every(({ isCurrent }) => !isCurrent)).toBe(true)
  const stream = 'audit-1' as StreamId
  const entry = { source: 'local', stream, drafts: [aNote('続き')], context: aContext() } as const
  expect((await recordOperations(db, entry)).first).toBe(9)
})
