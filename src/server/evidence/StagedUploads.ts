// Uploads in pieces (tus), in the staging folder. A piece is a file's growing end; what a killed server had written goes on from there.
import { createWriteStream, mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'
import type { Result } from '../../domain/Result.ts'
import { acceptFile, type EvidenceRefusal } from './acceptFile.ts'
import { toEvidenceStorageError } from './EvidenceStorageError.ts'
import type { EvidenceStore } from './EvidenceStore.ts'
import { hashFile } from './hashFile.ts'

/** A tablet may be in a drawer for some weeks in the middle of an upload; after that it begins anew. */
const mostDays = 30
const dayMs = 86_400_000

type Accepted = Result<void, EvidenceRefusal>

export class StagedUploads extends FileStore {
  readonly folder: string
  /** By upload id: a last piece and a question for the receipt may come at the same time. */
  readonly #finishing = new Map<string, Promise<Accepted>>()

  /** Throws an EvidenceStorageError. */
  constructor(folder: string) {
    // The class above does it too, but ends the process where it cannot.
    makeFolder(folder)
    super({ directory: folder })
    this.folder = folder
    this.extensions = ['creation', 'creation-with-upload', 'termination']
  }

  override async create(upload: Parameters<FileStore['create']>[0]): Promise<typeof upload> {
    try {
      return await super.create(upload)
    } catch (error) {
      throw toEvidenceStorageError(error)
    }
  }

  /** Rejects with what the file system threw, which the class above keeps to itself: a full disk is no broken upload. */
  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.#pathOf(id), { flags: 'r+', start: offset })
    await pipeline(bytes, file)
    return offset + file.bytesWritten
  }

  /** Ends one upload that has all its bytes. Refused ones are thrown away, so that the tablet can begin anew. */
  finish(id: string, store: EvidenceStore): Promise<Accepted> {
    const running = this.#finishing.get(id)
    if (running) return running
    const finishing = this.#finish(id, store).finally(() => this.#finishing.delete(id))
    this.#finishing.set(id, finishing)
    return finishing
  }

  async #finish(id: string, store: EvidenceStore): Promise<Accepted> {
    const { metadata, size = 0 } = await this.getUpload(id)
    const path = this.#pathOf(id)
    const accepted = await acceptFile(store, metadata?.['sha256'] ?? '', { path, size, sha256: await hashFile(path) })
    await rm(`${path}.json`, { force: true })
    return accepted
  }

  /**
   * Ends uploads of a file that have all their bytes but were never kept: the server died, or its storage failed, between the last
   * piece and its answer. Undefined where there is none.
   */
  async finishLost(sha256: string, store: EvidenceStore): Promise<Accepted | undefined> {
    let refused: Accepted | undefined
    for (const id of await this.#listIds()) {
      if (!(await this.#isWhole(id, sha256))) continue
      const accepted = await this.finish(id, store)
      if (accepted.ok) return accepted
      refused = accepted
    }
    return refused
  }

  /** Removes what nobody has added to for so long that nobody will. */
  async sweep(now: Date): Promise<void> {
    const isRecent = new Set<string>()
    const names = await readdir(this.folder)
    for (const name of names) {
      const found = await stat(this.#pathOf(name)).catch(() => undefined)
      if (found === undefined || now.getTime() - found.mtimeMs < mostDays * dayMs) isRecent.add(idOf(name))
    }
    // An upload's description is as old as its beginning; it goes with the bytes, or where a dying server had just kept them.
    const isLeft = (name: string) => !isRecent.has(idOf(name)) || !names.includes(idOf(name))
    for (const name of names.filter(isLeft)) await rm(this.#pathOf(name), { force: true })
  }

  async #listIds(): Promise<string[]> {
    return (await readdir(this.folder)).filter((name) => name.endsWith('.json')).map(idOf)
  }

  async #isWhole(id: string, sha256: string): Promise<boolean> {
    try {
      const { metadata, size, offset } = await this.getUpload(id)
      return metadata?.['sha256'] === sha256 && size === offset
    } catch {
      // Ended by another request in the meantime, or its description was never finished.
      return false
    }
  }

  #pathOf(name: string): string {
    return join(this.folder, name)
  }
}

function idOf(name: string): string {
  return name.replace(/\.json$/, '')
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw toEvidenceStorageError(error)
  }
}
