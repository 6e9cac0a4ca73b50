import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readSummaries } from '../../../src/localdb/readSummaries.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { saveSummary } from '../../../src/localdb/saveSummary.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aNote, anEntry, stream } from '../../support/localdb/someOperations.ts'

test('a summary is current until something is recorded', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一')))
  expect(await readSummaries(db)).toEqual([{ stream, summary: undefined, isCurrent: false }])
  const { position } = await openStream(db, stream, auditKinds)
  await saveSummary(db, { stream, position, summary: { answered: 1 } })
  expect(await readSummaries(db)).toEqual([{ stream, summary: { answered: 1 }, isCurrent: true }])
  await recordOperations(db, anEntry(aNote('二')))
  expect(await readSummaries(db)).toEqual([{ stream, summary: { answered: 1 }, isCurrent: false }])
})

test('a summary of another release is not shown', async () => {
  const browser = aBrowser()
  const db = await browser.tab()
  await recordOperations(db, anEntry(aNote('一')))
  const { position } = await openStream(db, stream, auditKinds)
  await saveSummary(db, { stream, position, summary: { answered: 1 } })
  const next = await browser.tab({ release: 'test-2' })
  expect(await readSummaries(next)).toEqual([{ stream, summary: undefined, isCurrent: false }])
})

test('saving a summary does not undo a save that happens at the same time', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('一')))
  const { position } = await openStream(db, stream, auditKinds)
  await Promise.all([
    recordOperations(db, anEntry(aNote('二'))),
    saveSummary(db, { stream, position, summary: {} }),
    recordOperations(db, anEntry(aNote('三'))),
  ])
  expect((await openStream(db, stream, auditKinds)).position.own).toBe(3)
})
