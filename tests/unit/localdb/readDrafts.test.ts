import { expect, test } from 'vitest'
import type { Dot, EntityId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { dropDraft } from '../../../src/localdb/dropDraft.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { stream } from '../../support/localdb/someOperations.ts'

const key = { stream, entity: 'answer:antivirus/1-1' as EntityId, register: 'note' }
const content = {
  kind: 'answer-noted',
  text: '途中の文',
  body: { text: '途中の文' },
  seen: ['tablet-b:3' as Dot],
  changedAt: '2026-04-01T09:00:00.000Z',
}

test('a draft is there after a restart, with what its author had seen', async () => {
  const browser = aBrowser()
  const before = await browser.tab()
  await saveDraft(before, key, { ...content, text: '古い' })
  await saveDraft(before, key, content)
  before.close()
  expect(await readDrafts(await browser.tab(), stream)).toEqual([{ key, content }])
})

test('drafts are read per stream, or all', async () => {
  const db = await aBrowser().tab()
  const other = { ...key, stream: 'audit-2' as StreamId }
  await saveDraft(db, key, content)
  await saveDraft(db, other, content)
  expect((await readDrafts(db, stream)).map((draft) => draft.key)).toEqual([key])
  expect(await readDrafts(db)).toHaveLength(2)
  await dropDraft(db, key)
  expect((await readDrafts(db)).map((draft) => draft.key)).toEqual([other])
})

test('a damaged draft is told and does not hide the others', async () => {
  const db = await aBrowser().tab()
  await saveDraft(db, key, content)
  await saveDraft(db, { ...key, register: 'value' }, content)
  await db.dexie.drafts.toCollection().modify((row: { register: string; bytes: Uint8Array }) => {
    if (row.register === 'note') row.bytes = row.bytes.map((byte) => byte ^ 1)
  })
  expect((await readDrafts(db, stream)).map((draft) => draft.content)).toEqual([undefined, content])
})
