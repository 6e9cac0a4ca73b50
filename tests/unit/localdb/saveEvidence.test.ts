import { expect, test } from 'vitest'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { abortAtCommit, failWrites } from '../../support/localdb/faults.ts'
import { aNote, anEntry, stream } from '../../support/localdb/someOperations.ts'
import { aPhoto, attaching, hashOf, somePhotoBytes, sumOf } from '../../support/localdb/someEvidence.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { countUnsent } from '../../../src/localdb/countUnsent.ts'
import { downloadProof, type EvidenceProof } from '../../../src/localdb/EvidenceProof.ts'
import { evidenceStorage } from '../../../src/localdb/evidenceStorage.ts'
import { fillReserve } from '../../../src/localdb/fillReserve.ts'
import { freeEvidence } from '../../../src/localdb/freeEvidence.ts'
import { findEvidence, listEvidence, readEvidenceProof, readUploadPlace } from '../../../src/localdb/listEvidence.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import {
  markEvidenceRefused,
  markEvidenceStored,
  noteUploadPlace,
  offerEvidenceAgain,
  reofferEvidence,
} from '../../../src/localdb/markEvidence.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readEvidence, readEvidencePiece } from '../../../src/localdb/readEvidence.ts'
import { readThumbnail } from '../../../src/localdb/readThumbnail.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { saveEvidence } from '../../../src/localdb/saveEvidence.ts'
import { saveThumbnail } from '../../../src/localdb/saveThumbnail.ts'

const megabyte = 1024 * 1024
const heldSince = '2026-04-01T09:00:00.000Z'
const storedAt = '2026-04-02T00:00:00.000Z'

function aReceipt(size: number): EvidenceProof {
  return { by: 'receipt', epoch: 'epoch-1', storedAt, size, key: 'key', nonce: 'nonce', signature: 'signature' }
}

async function operationsIn(db: LocalDatabase): Promise<number> {
  return (await openStream(db, stream, auditKinds)).state.entities.size
}

test('a photo of several pieces comes back byte for byte, whole and in parts', async () => {
  const db = await aBrowser().tab()
  const photo = aPhoto(2 * megabyte + 345)
  await recordOperations(db, attaching(photo))
  const original = somePhotoBytes(2 * megabyte + 345)
  expect(await sumOf(await readEvidence(db, photo.sha256))).toBe(photo.sha256)
  const place = await findEvidence(db, photo.sha256)
  if (place === undefined) throw new Error('the photo is expected')
  const across = await readEvidencePiece(db, place, { from: megabyte - 10, to: 2 * megabyte + 10 })
  expect(across && hashOf(across)).toBe(hashOf(original.slice(megabyte - 10, 2 * megabyte + 10)))
  expect(await readEvidencePiece(db, place, { from: place.size - 5, to: place.size + 5 })).toEqual(original.slice(-5))
  expect(place).toMatchObject({ status: 'unsent', mediaType: 'image/jpeg', heldSince })
  expect(await countUnsent(db)).toEqual({ entries: 1, photos: 1 })
})

test.each(['evidence', 'evidenceChunks', 'operations'])(
  'a photo and its operation are saved together or not at all: %s refuses',
  async (store) => {
    const db = await aBrowser().tab()
    const repair = failWrites(store, new DOMException('no room', 'QuotaExceededError'))
    await expect(recordOperations(db, attaching(aPhoto(megabyte + 1)))).rejects.toMatchObject({
      code: 'quota-exceeded',
    })
    repair()
    expect(await operationsIn(db)).toBe(0)
    expect([await db.dexie.evidence.count(), await db.dexie.evidenceChunks.count()]).toEqual([0, 0])
    await recordOperations(db, attaching(aPhoto(megabyte + 1)))
    expect(await operationsIn(db)).toBe(1)
  },
)

test('a photo that the browser refuses at the very end is refused whole', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, anEntry(aNote('前')))
  const repair = failWrites('evidenceChunks', new DOMException('full', 'QuotaExceededError'), () => false)
  const undo = abortAtCommit()
  await expect(recordOperations(db, anEntry(aNote('後')))).rejects.toMatchObject({ code: 'not-saved' })
  undo()
  repair()
  expect(await countUnsent(db)).toEqual({ entries: 1, photos: 0 })
})

test('a photo never touches the room that is set aside for texts, and texts still use it', async () => {
  const db = await aBrowser().tab()
  await fillReserve(db, () => new Uint8Array(16))
  let isFull = true
  const repair = failWrites('evidence', new DOMException('no room', 'QuotaExceededError'), () => isFull)
  await expect(recordOperations(db, attaching(aPhoto(10)))).rejects.toMatchObject({ code: 'quota-exceeded' })
  expect([await db.dexie.reserve.count(), db.reserve.isInUse()]).toEqual([1, false])
  isFull = false
  const full = failWrites('operations', new DOMException('no room', 'QuotaExceededError'), hasReserve(db))
  await recordOperations(db, anEntry(aNote('入る')))
  full()
  repair()
  expect(db.reserve.isInUse()).toBe(true)
  await expect(recordOperations(db, attaching(aPhoto(10)))).rejects.toMatchObject({ code: 'quota-exceeded' })
  await expect(saveEvidence(db, aPhoto(10), { heldSince })).rejects.toMatchObject({ code: 'quota-exceeded' })
  expect(await saveThumbnail(db, aPhoto(10).sha256, new Blob(['x']))).toBe(false)
  expect(await db.dexie.evidence.count()).toBe(0)
})

/** Full for as long as the reserve lies there. */
function hasReserve(db: LocalDatabase): () => boolean {
  return () => !db.reserve.isInUse() && (tries += 1) === 1
}
let tries = 0

test('a picked file that has vanished is refused, and nothing of it is there', async () => {
  const db = await aBrowser().tab()
  const photo = aPhoto(10)
  const gone = Object.assign(new Blob([]), {})
  Object.defineProperties(gone, {
    size: { value: 10 },
    slice: { value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) },
  })
  await expect(recordOperations(db, attaching({ ...photo, bytes: gone }))).rejects.toMatchObject({ code: 'not-saved' })
  expect([await operationsIn(db), await db.dexie.evidence.count()]).toEqual([0, 0])
})

test('the same photo attached twice lies here once, and what is known of it stays known', async () => {
  const db = await aBrowser().tab()
  const photo = aPhoto(100)
  await recordOperations(db, attaching(photo))
  await markEvidenceStored(db, photo.sha256, aReceipt(100))
  await recordOperations(db, attaching(photo))
  expect(await db.dexie.evidence.count()).toBe(1)
  expect(await findEvidence(db, photo.sha256)).toMatchObject({ status: 'stored' })
  expect(await readEvidenceProof(db, photo.sha256)).toEqual(aReceipt(100))
})

test('damage is noticed: a photo with a turned byte is not handed out', async () => {
  const db = await aBrowser().tab()
  const photo = aPhoto(100)
  await recordOperations(db, attaching(photo))
  const row = await db.dexie.evidenceChunks.get([photo.sha256, 0])
  if (row === undefined) throw new Error('a piece is expected')
  await db.dexie.evidenceChunks.put({ ...row, bytes: row.bytes.map((byte, at) => (at === 50 ? byte ^ 1 : byte)) })
  expect(await readEvidence(db, photo.sha256)).toBeUndefined()
  await recordOperations(db, attaching(photo))
  expect(await sumOf(await readEvidence(db, photo.sha256))).toBe(photo.sha256)
})

test('an empty file is evidence like any other', async () => {
  const db = await aBrowser().tab()
  const log = { ...aPhoto(0), mediaType: 'text/plain' }
  await recordOperations(db, attaching(log))
  const read = await readEvidence(db, log.sha256)
  expect([read?.size, read?.type]).toEqual([0, 'text/plain'])
})

test.each([
  ['unsent', 'a receipt is missing', undefined, { epoch: 'epoch-1', backedUpTo: '2027-01-01T00:00:00Z' }],
  ['stored', 'there is no backup', aReceipt(100), { epoch: 'epoch-1', backedUpTo: null }],
  ['stored', 'the backup is older', aReceipt(100), { epoch: 'epoch-1', backedUpTo: storedAt }],
  ['stored', 'the epoch is another', aReceipt(100), { epoch: 'epoch-2', backedUpTo: '2027-01-01T00:00:00Z' }],
  ['stored', 'the size differs', aReceipt(99), { epoch: 'epoch-1', backedUpTo: '2027-01-01T00:00:00Z' }],
] as const)('[P24] an own file that is %s is not freed where %s', async (status, _, proof, server) => {
  const db = await aBrowser().tab()
  const photo = aPhoto(100)
  await recordOperations(db, attaching(photo))
  if (proof !== undefined) await markEvidenceStored(db, photo.sha256, proof)
  expect(await freeEvidence(db, photo.sha256, server)).toBe(0)
  expect(await findEvidence(db, photo.sha256)).toMatchObject({ status })
  expect(await sumOf(await readEvidence(db, photo.sha256))).toBe(photo.sha256)
})

test('[P24] what the server has proven and its backups hold is freed, and may come back', async () => {
  const db = await aBrowser().tab()
  const photo = aPhoto(megabyte + 7)
  await recordOperations(db, attaching(photo))
  await saveThumbnail(db, photo.sha256, new Blob(['small'], { type: 'image/webp' }))
  await markEvidenceStored(db, photo.sha256, aReceipt(megabyte + 7))
  const server = { epoch: 'epoch-1', backedUpTo: '2026-04-02T00:00:00.001Z' }
  expect(await freeEvidence(db, photo.sha256, server)).toBe(megabyte + 7)
  expect([await readEvidence(db, photo.sha256), await db.dexie.evidenceChunks.count()]).toEqual([undefined, 0])
  expect(await findEvidence(db, photo.sha256)).toMatchObject({ status: 'freed', size: megabyte + 7 })
  expect(await (await readThumbnail(db, photo.sha256))?.text()).toBe('small')
  expect(await freeEvidence(db, photo.sha256, server)).toBe(0)
  await saveEvidence(db, photo, { heldSince, proof: downloadProof('epoch-1', megabyte + 7) })
  expect(await findEvidence(db, photo.sha256)).toMatchObject({ status: 'stored' })
  expect(await sumOf(await readEvidence(db, photo.sha256))).toBe(photo.sha256)
})

test('what was fetched from the server is freed without waiting for its backups, but only in its epoch', async () => {
  const db = await aBrowser().tab()
  const photo = aPhoto(50)
  await saveEvidence(db, photo, { heldSince, proof: downloadProof('epoch-1', 50) })
  expect(await freeEvidence(db, photo.sha256, { epoch: 'epoch-2', backedUpTo: null })).toBe(0)
  expect(await freeEvidence(db, photo.sha256, { epoch: 'epoch-1', backedUpTo: null })).toBe(50)
})

test('in another epoch nothing is known to be safe: what is here waits to be sent once more', async () => {
  const db = await aBrowser().tab()
  const [kept, freed] = [aPhoto(50, 1), aPhoto(60, 2)]
  await recordOperations(db, attaching(kept, freed))
  for (const { sha256, bytes } of [kept, freed]) await markEvidenceStored(db, sha256, aReceipt(bytes.size))
  await freeEvidence(db, freed.sha256, { epoch: 'epoch-1', backedUpTo: '2027-01-01T00:00:00Z' })
  expect(await reofferEvidence(db, [kept.sha256, freed.sha256])).toBe(1)
  expect((await listEvidence(db, 'unsent')).map(({ sha256 }) => sha256)).toEqual([kept.sha256])
})

test('a refused file is kept and counted apart, until somebody wants it to be sent once more', async () => {
  const db = await aBrowser().tab()
  const [photo, other] = [aPhoto(50, 1), aPhoto(60, 2)]
  await recordOperations(db, attaching(photo, other))
  await markEvidenceRefused(db, photo.sha256, 'unsupported-type')
  expect(await countUnsent(db)).toEqual({ entries: 2, photos: 1 })
  expect(await sumOf(await readEvidence(db, photo.sha256))).toBe(photo.sha256)
  const { by, oldestUnsent } = await evidenceStorage(db)
  expect([by.unsent, by.refused, oldestUnsent]).toEqual([{ files: 1, bytes: 60 }, { files: 1, bytes: 50 }, heldSince])
  await offerEvidenceAgain(db, photo.sha256)
  expect(await findEvidence(db, photo.sha256)).toMatchObject({ status: 'unsent', code: '' })
})

test('where an upload stands outlives a restart and ends with the receipt', async () => {
  const browser = aBrowser()
  const db = await browser.tab()
  const photo = aPhoto(50)
  await recordOperations(db, attaching(photo))
  await noteUploadPlace(db, photo.sha256, '/evidence/tus/abc')
  db.close()
  const again = await browser.tab()
  expect(await readUploadPlace(again, photo.sha256)).toBe('/evidence/tus/abc')
  await markEvidenceStored(again, photo.sha256, aReceipt(50))
  expect(await readUploadPlace(again, photo.sha256)).toBeUndefined()
})
