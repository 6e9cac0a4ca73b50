// Evidence in the file of unsent work: out of one tablet, into another, and over again.
import { expect, test } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import { verifyText } from '../../../src/device/deviceKey.ts'
import { hashBlob } from '../../../src/device/hashBlob.ts'
import { evidenceStorage } from '../../../src/localdb/evidenceStorage.ts'
import { findEvidence, listEvidence } from '../../../src/localdb/listEvidence.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { markEvidenceRefused } from '../../../src/localdb/markEvidence.ts'
import { readEvidence } from '../../../src/localdb/readEvidence.ts'
import { readKeptPieces } from '../../../src/localdb/readKeptPieces.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { saveEvidence } from '../../../src/localdb/saveEvidence.ts'
import type { EvidenceFile } from '../../../src/localdb/sealEvidence.ts'
import { exportUnsent } from '../../../src/sync/exportUnsent.ts'
import { importEvidence } from '../../../src/sync/importEvidence.ts'
import { openUnsentFile } from '../../../src/sync/openUnsentFile.ts'
import { packUnsent } from '../../../src/sync/packUnsent.ts'
import { readUnsentFile } from '../../../src/sync/readUnsentFile.ts'
import { aBrowser, sha256 } from '../../support/localdb/aDatabase.ts'
import { aPhoto, attaching, sumOf } from '../../support/localdb/someEvidence.ts'
import { aContext } from '../../support/localdb/someOperations.ts'
import { testKey } from '../../support/server/testKey.ts'

const { device, deviceKey, sign } = testKey('tablet-a')
const signer = { device, deviceKey, sign: (text: string) => Promise.resolve(sign(text)) }
const clock = { now: () => Date.parse('2026-04-02T09:00:00.000Z') }

async function aTabletWith(...photos: readonly EvidenceFile[]): Promise<LocalDatabase> {
  const db = await aBrowser().tab()
  for (const photo of photos) await recordOperations(db, { ...attaching(photo), context: aContext(device) })
  return db
}

async function packed(db: LocalDatabase) {
  const content = await exportUnsent(db, { signer, exportedAt: '2026-04-01T09:00:00.000Z', person: null })
  return packUnsent(db, content)
}

/** As the import screen does it. */
async function takeIn(db: LocalDatabase, file: Blob) {
  const { text, evidence, isCut } = await openUnsentFile(file)
  const read = await readUnsentFile({ sha256, verify: verifyText }, text)
  const { runs } = must(read.ok ? read.value : undefined, 'a file that can be read')
  return { runs, isCut, ...(await importEvidence({ db, hash: hashBlob, clock }, { evidence, runs })) }
}

test('[P26] unsent photos go along, and wait on the other tablet to be sent, once', async () => {
  const photos = [aPhoto(300_000, 1), aPhoto(2_500_000, 2), aPhoto(512, 3)]
  const file = await packed(await aTabletWith(...photos))
  expect(file).toMatchObject({ ending: 'tar', evidence: 3, damagedEvidence: 0 })
  const other = await aBrowser().tab()
  expect(await takeIn(other, file.file)).toMatchObject({ isCut: false, imported: 3, unusable: 0 })
  for (const photo of photos) {
    expect(await sumOf(await readEvidence(other, photo.sha256))).toBe(photo.sha256)
    expect(await findEvidence(other, photo.sha256)).toMatchObject({ status: 'unsent', mediaType: 'image/jpeg' })
  }
  expect(await takeIn(other, file.file)).toMatchObject({ imported: 0, unusable: 0 })
  expect((await evidenceStorage(other)).by.unsent.files).toBe(3)
})

test('without evidence the file stays the texts alone', async () => {
  const db = await aTabletWith()
  const { file, ending } = await packed(db)
  expect([ending, await file.text()]).toEqual(['json', expect.stringContaining('genba-unsent') as string])
  expect(await openUnsentFile(file)).toMatchObject({ evidence: [], isCut: false })
})

test('what the server has, or had and it was freed, does not go along; what it refused does', async () => {
  const [mine, theirs, refused] = [aPhoto(1_000, 1), aPhoto(1_000, 2), aPhoto(1_000, 3)]
  const db = await aTabletWith(mine, refused)
  const proof = { by: 'download', epoch: 'e', size: 1_000, storedAt: '', key: '', nonce: '', signature: '' } as const
  await saveEvidence(db, theirs, { heldSince: '2026-04-01T00:00:00.000Z', proof })
  await markEvidenceRefused(db, refused.sha256, 'unsupported-type')
  const { evidence } = await openUnsentFile((await packed(db)).file)
  expect(evidence.map(({ sha256: name }) => name).sort()).toEqual([mine.sha256, refused.sha256].sort())
})

test('[P26] a damaged photo is named and counted, and the others go along', async () => {
  const [bad, good] = [aPhoto(1_000, 1), aPhoto(1_000, 2)]
  const db = await aTabletWith(bad, good)
  const row = must(await db.dexie.evidenceChunks.get([bad.sha256, 0]), 'a piece')
  await db.dexie.evidenceChunks.put({ ...row, bytes: row.bytes.map((byte) => byte ^ 1) })
  const file = await packed(db)
  expect(file).toMatchObject({ evidence: 1, damagedEvidence: 1 })
  const { text } = await openUnsentFile(file.file)
  const read = await readUnsentFile({ sha256, verify: verifyText }, text)
  expect(read).toMatchObject({ ok: true, value: { damaged: 1, unusable: 0 } })
  expect(text).toContain(`evidence/${bad.sha256}`)
  expect(await readKeptPieces(db)).toEqual([])
  const other = await aBrowser().tab()
  expect(await takeIn(other, file.file)).toMatchObject({ imported: 1, unusable: 0 })
  expect(await sumOf(await readEvidence(other, good.sha256))).toBe(good.sha256)
})

test('[P26] bytes that are not those of their name are left out and counted, and the others come', async () => {
  const photos = [aPhoto(1_000, 1), aPhoto(1_000, 2)]
  const { file } = await packed(await aTabletWith(...photos))
  const bytes = new Uint8Array(await file.arrayBuffer())
  // In the midst of the last photo, before its padding and the end mark.
  const at = bytes.length - 1_024 - 24 - 500
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const other = await aBrowser().tab()
  expect(await takeIn(other, new Blob([bytes]))).toMatchObject({ imported: 1, unusable: 1 })
  expect((await listEvidence(other, 'unsent')).length).toBe(1)
})

test('[P26] of a file that was cut the entries and the whole photos come', async () => {
  const photos = [aPhoto(1_000, 1), aPhoto(1_000, 2)]
  const { file } = await packed(await aTabletWith(...photos))
  const other = await aBrowser().tab()
  const taken = await takeIn(other, file.slice(0, file.size - 1_024 - 600))
  expect(taken).toMatchObject({ isCut: true, imported: 1, unusable: 0 })
  expect(taken.runs.length).toBeGreaterThan(0)
})

test('what was freed on this tablet does not come back by a file', async () => {
  const photo = aPhoto(1_000)
  const { file } = await packed(await aTabletWith(photo))
  const other = await aTabletWith(photo)
  const row = must(await other.dexie.evidence.get(photo.sha256), 'a row')
  await other.dexie.evidence.put({ ...row, status: 'freed' })
  expect(await takeIn(other, file)).toMatchObject({ imported: 0, unusable: 0 })
})

test('a file that vanishes while it is read is none of ours', async () => {
  const gone = new Blob(['x'])
  gone.slice = () => {
    throw new DOMException('gone', 'NotFoundError')
  }
  expect(await openUnsentFile(gone)).toEqual({ text: '', evidence: [], isCut: false })
})
