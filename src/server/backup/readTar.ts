// Finds the parts of a tar file. Reads only their headers; what is in them is read by whoever needs it.
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { err, ok, type Result } from '../../domain/Result.ts'
import { blockBytes, paddingAfter, parseTarHeader } from './tar.ts'

export interface TarPart {
  readonly name: string
  readonly start: number
  readonly bytes: number
}

/** `incomplete`: the file ends before its end mark. `not-a-backup`: something else stands where a header must be. */
export async function readTarParts(
  file: FileHandle,
): Promise<Result<readonly TarPart[], 'incomplete' | 'not-a-backup'>> {
  const { size } = await file.stat()
  const parts: TarPart[] = []
  const block = Buffer.alloc(blockBytes)
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(block, 0, blockBytes, at)
    if (bytesRead < blockBytes) return err(parts.length === 0 ? 'not-a-backup' : 'incomplete')
    const entry = parseTarHeader(block)
    if (entry === undefined) return err('not-a-backup')
    if (entry.name === '') return ok(parts)
    const start = at + blockBytes
    parts.push({ ...entry, start })
    at = start + entry.bytes + paddingAfter(entry.bytes)
    if (at > size) return err('incomplete')
  }
}

export function readPart(path: string, { start, bytes }: TarPart): AsyncIterable<Buffer> {
  // An inclusive end cannot say "nothing".
  if (bytes === 0) return (async function* () {})()
  return createReadStream(path, { start, end: start + bytes - 1 })
}
