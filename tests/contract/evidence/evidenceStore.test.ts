// One contract for every storage of evidence.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import { createReceiptMaker } from '../../../src/server/evidence/createReceiptMaker.ts'
import type { StagedFile } from '../../../src/server/evidence/EvidenceStore.ts'
import { EvidenceStorageError } from '../../../src/server/evidence/EvidenceStorageError.ts'
import { openEvidenceStore } from '../../../src/server/evidence/openEvidenceStore.ts'
import { makeServerKey } from '../../../src/server/store/serverKeys.ts'
import { evidencePlaces, type OpenedPlace } from '../../support/evidence/evidencePlaces.ts'
import { startS3 } from '../../support/evidence/startS3.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'

vi.setConfig({ testTimeout: 60_000 })

const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')

describe.each(evidencePlaces)('evidence on $name', ({ name, open }) => {
  let place: OpenedPlace
  beforeEach(async () => {
    place = await open()
  })
  afterEach(() => place.dispose())

  let staged = 0
  const stage = async (bytes: Uint8Array): Promise<StagedFile> => {
    const path = join(place.folder, `staged-${String((staged += 1))}`)
    await writeFile(path, bytes)
    return { path, sha256: nameOf(bytes), size: bytes.length }
  }
  const keep = async (bytes: Uint8Array) => {
    const file = await stage(bytes)
    await place.store.keep(file)
    return file
  }
  const listed = async () => {
    const names: string[] = []
    for await (const each of place.store.list()) names.push(each)
    return names
  }
  const readBack = async (sha256: string) => {
    const stored = must(await place.store.read(sha256), 'a stored file')
    return { size: stored.size, bytes: await buffer(stored.bytes) }
  }

  test.each([0, 1, 4_097, 3_000_000])('a file of %i bytes is read back byte for byte', async (size) => {
    const bytes = randomBytes(size)
    const file = await keep(bytes)
    expect(await place.store.find(file.sha256)).toEqual({ size })
    const back = await readBack(file.sha256)
    expect(back.size).toBe(size)
    expect(back.bytes.equals(bytes)).toBe(true)
    expect(existsSync(file.path)).toBe(false)
  })

  test('what was never kept is not there', async () => {
    const sha256 = nameOf(Buffer.from('never'))
    expect(await place.store.find(sha256)).toBeUndefined()
    expect(await place.store.read(sha256)).toBeUndefined()
  })

  test('the same file kept by several at once is there once and whole', async () => {
    const bytes = randomBytes(200_000)
    const files = await Promise.all(Array.from({ length: 5 }, () => stage(bytes)))
    await Promise.all(files.map((file) => place.store.keep(file)))
    expect((await readBack(nameOf(bytes))).bytes.equals(bytes)).toBe(true)
    expect(await listed()).toEqual([nameOf(bytes)])
  })

  test('the list has every file and nothing else', async () => {
    const names: string[] = []
    for (let index = 0; index < 12; index += 1) names.push((await keep(Buffer.from(`file ${String(index)}`))).sha256)
    expect(await listed()).toEqual(names.sort())
  })

  test('[P22] a file that is damaged where it lies gets no receipt, and is mended by keeping it again', async () => {
    const bytes = randomBytes(1_000)
    const { sha256 } = await keep(bytes)
    const receipts = {
      store: place.store,
      key: makeServerKey(),
      epoch: 'e',
      now: () => new Date(0),
      sha256: sha256ForTests,
    }
    const makeReceipt = createReceiptMaker(receipts)
    expect((await makeReceipt({ sha256, nonce: 'n' }))?.size).toBe(1_000)
    await place.damage(sha256, randomBytes(1_000))
    expect(await makeReceipt({ sha256, nonce: 'n' })).toBeUndefined()
    await keep(bytes)
    expect((await makeReceipt({ sha256, nonce: 'n' }))?.size).toBe(1_000)
  })

  test('what fails is an error of ours, and the staged file is still there', async () => {
    const file = await stage(randomBytes(10))
    const s3 = { endpoint: 'http://127.0.0.1:1', bucket: 'none', region: 'r', accessKey: 'a', secretKey: 's' }
    // A file in the place of the folder.
    const broken = openEvidenceStore({ folder: join(file.path, 'no-folder'), s3: name === 'S3' ? s3 : undefined })
    await expect(broken.keep(file)).rejects.toBeInstanceOf(EvidenceStorageError)
    expect(existsSync(file.path)).toBe(true)
  })
})

test('a bucket that is not there, or a wrong key, is a refusal that a person must mend', async () => {
  const [folder, s3] = [await mkdtemp(join(tmpdir(), 'genba-evidence-')), await startS3()]
  try {
    const path = join(folder, 'staged')
    await writeFile(path, 'x')
    for (const wrong of [{ bucket: 'missing' }, { accessKey: 'wrong' }]) {
      const store = openEvidenceStore({ folder, s3: { ...s3.settings, ...wrong } })
      const kept = store.keep({ path, sha256: nameOf(Buffer.from('x')), size: 1 })
      await expect(kept).rejects.toMatchObject({ code: 'refused' })
    }
  } finally {
    await s3.dispose()
    await rm(folder, { recursive: true })
  }
})
