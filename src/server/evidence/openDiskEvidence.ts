// Evidence in a folder. A file appears under its name only whole and on the disk; nothing is ever removed.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../store/syncFolder.ts'
import { evidencePath, isEvidenceName, type EvidenceStore, type StagedFile } from './EvidenceStore.ts'
import { toEvidenceStorageError } from './EvidenceStorageError.ts'
import { hashFile } from './hashFile.ts'

export function openDiskEvidence(folder: string): EvidenceStore {
  const pathOf = (sha256: string) => join(folder, evidencePath(sha256))
  return {
    keep: (staged) => translating(keep(folder, pathOf(staged.sha256), staged)),
    find: (sha256) => translating(find(pathOf(sha256))),
    read: (sha256) => translating(read(pathOf(sha256))),
    list: () => list(folder),
  }
}

async function keep(folder: string, path: string, staged: StagedFile): Promise<void> {
  await syncFile(staged.path)
  await mkdir(dirname(path), { recursive: true })
  await setAsideDamaged(path, staged)
  await rename(staged.path, path)
  // Both each time: another process may have made the folder, or the file, and died before they were on the disk.
  syncFolder(dirname(path))
  syncFolder(folder)
}

/** What is there and not what its name says makes room, for whoever may rescue something. */
async function setAsideDamaged(path: string, { sha256, size }: StagedFile): Promise<void> {
  const there = await find(path)
  if (there === undefined) return
  if (there.size === size && (await hashFile(path)) === sha256) return
  await rename(path, `${path}.damaged-${String(Date.now())}`)
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function find(path: string): Promise<{ size: number } | undefined> {
  const found = await stat(path).catch(unlessMissing)
  return found?.isFile() === true ? { size: found.size } : undefined
}

async function read(path: string) {
  const file = await open(path, 'r').catch(unlessMissing)
  if (file === undefined) return undefined
  const { size } = await file.stat()
  return { size, bytes: createReadStream('', { fd: file, autoClose: true }) }
}

async function* list(folder: string): AsyncGenerator<string> {
  const shelves = await translating(readdir(folder).catch(unlessMissing))
  for (const shelf of (shelves ?? []).filter((name) => /^[A-Za-z0-9_-]{2}$/.test(name)).sort()) {
    const names = await translating(readdir(join(folder, shelf)))
    // Uploads that have not ended, and what was set aside, carry other names.
    yield* names.filter((name) => isEvidenceName(name) && name.startsWith(shelf)).sort()
  }
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

async function translating<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    throw toEvidenceStorageError(error)
  }
}
