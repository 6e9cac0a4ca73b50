// What a file is, by its bytes alone [P21]. Never believes a name, a header or an ending.
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { imageSize } from 'image-size'
import { err, ok, type Result } from '../../domain/Result.ts'
import { evidenceTypes, type EvidenceType } from '../../protocol/evidence.ts'
import { mostPicturePixels } from '../../protocol/limits.ts'
import { readText } from './readText.ts'

export type FileRefusal = 'unsupported-type' | 'too-many-pixels'

/** Cameras put a preview and colour tables before the size; 4 MiB hold all of it. */
const mostHeadBytes = 4 * 1024 * 1024

export async function judgeFile(path: string): Promise<Result<EvidenceType, FileRefusal>> {
  const head = await readHead(path)
  // A PDF may be all text; other signatures may stand at the beginning of a text by chance ("BM…"), so text goes before them.
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return ok('application/pdf')
  const text = await readText(path)
  if (text !== undefined) return text === 'text' ? ok('text/plain') : err('unsupported-type')
  const type = await typeOf(path)
  if (type === undefined) return err('unsupported-type')
  return type.startsWith('image/') ? judgePicture(type, head) : ok(type)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, mostHeadBytes))
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Undefined for what we do not take, and for what only pretends: its reader then fails somewhere inside. */
async function typeOf(path: string): Promise<EvidenceType | undefined> {
  try {
    const found = await fileTypeFromFile(path)
    return evidenceTypes.find((type) => type === found?.mime)
  } catch {
    return undefined
  }
}

/** As `image-size` calls them. */
const pictureNames: Partial<Record<EvidenceType, readonly string[]>> = {
  'image/jpeg': ['jpg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heif', 'heic'],
  'image/heif': ['heif', 'heic'],
}

/** A picture whose size cannot be read is none. */
function judgePicture(type: EvidenceType, head: Buffer): Result<EvidenceType, FileRefusal> {
  try {
    const { type: name, width, height, images } = imageSize(head)
    const sizes = [{ width, height }, ...(images ?? [])]
    const isOfType = name === undefined || pictureNames[type]?.includes(name) === true
    if (!isOfType || sizes.some((size) => !(size.width > 0) || !(size.height > 0))) return err('unsupported-type')
    return sizes.some((size) => size.width * size.height > mostPicturePixels) ? err('too-many-pixels') : ok(type)
  } catch {
    return err('unsupported-type')
  }
}
