// Finds the parts of a tar file. Reads only their headers; what is in them is read by whoever needs it.
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { err, ok, type Result } from '../../domain/Result.ts'
import { blockBytes, paddingAfter, parseTarHeader } from '../../protocol/tar.ts'

export interface TarPart {
  readonly name: string
  readonly start: number
  readonly bytes: number
}

export interface ListedTar {
  /** Those that are there from beginning to end. */
  readonly parts: readonly TarPart[]
  /** `incomplete`: the file ends before its end mark. `foreign`: something else stands where a header must be. */
  readonly end: 'whole' | 'incomplete' | 'foreign'
}

export async function listTarParts(file: FileHandle): Promise<ListedTar> {
  const { size } = await file.stat()
  const parts: TarPart[] = []
  const block = Buffer.alloc(blockBytes)
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(block, 0, blockBytes, at)
    if (bytesRead < blockBytes) return { parts, end: 'incomplete' }
    const entry = parseTarHeader(block)
    if (entry === undefined) return { parts, end: 'foreign' }
    if (entry.name === '') return { parts, end: 'whole' }
    const start = at + blockBytes
    at = start + entry.bytes + paddingAfter(entry.bytes)
    if (at > size) return { parts, end: 'incomplete' }
    parts.push({ ...entry, start })
  }
}

/** Of a backup: there is nothing in half of one. */
export async function readTarParts(
  file: FileHandle,
): Promise<Result<readonly TarPart[], 'incomplete' | 'not-a-backup'>> {
  const { parts, end } = await listTarParts(file)
  if (end === 'whole') return ok(parts)
  const isBackup = end === 'incomplete' && (parts.length > 0 || (await file.stat()).size >= blockBytes)
  return err(isBackup ? 'incomplete' : 'not-a-backup')
}

export function readPart(path: string, { start, bytes }: TarPart): AsyncIterable<Buffer> {
  // An inclusive end cannot say "nothing".
  if (bytes === 0) return (async function* () {})()
  return createReadStream(path, { start, end: start + bytes - 1 })
}
