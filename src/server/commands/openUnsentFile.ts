// Tells the two forms of a file of unsent work apart: the texts alone, or a tar with evidence beside them [P26].
import { open, readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { unsentText } from '../../protocol/unsentArchive.ts'
import { listTarParts, readPart, type TarPart } from '../backup/readTar.ts'

export interface OpenedFile {
  readonly text: string
  /** Whole ones, the texts among them; none where the file is no tar. */
  readonly parts: readonly TarPart[]
  /** A tar whose end is missing. */
  readonly isCut: boolean
}

/** Rejects with what the file system threw. */
export async function openUnsentFile(path: string): Promise<OpenedFile> {
  const { parts, end } = await listTar(path)
  const texts = parts.find(({ name }) => name === unsentText)
  if (texts === undefined) return { text: await readFile(path, 'utf8'), parts: [], isCut: false }
  return { text: await text(Readable.from(readPart(path, texts))), parts, isCut: end !== 'whole' }
}

async function listTar(path: string) {
  const file = await open(path)
  try {
    return await listTarParts(file)
  } finally {
    await file.close()
  }
}
