// What a picked file is, by its bytes alone, before anything of it is kept. Never believes a name or an ending; the server judges
// everything once more by its own means.
import { readPictureSize } from './readPictureSize.ts'
import { readTextKind } from './readTextKind.ts'

export type SniffRefusal = 'empty-file' | 'file-too-large' | 'too-many-pixels' | 'unsupported-type' | 'unreadable-file'

export type SniffedFile =
  | { readonly state: 'accepted'; readonly mediaType: string }
  | { readonly state: 'refused'; readonly code: SniffRefusal }

export interface SniffLimits {
  readonly mostBytes: number
  readonly mostPixels: number
}

/** Cameras put a preview and colour tables before the size; 4 MiB hold all of it, and mostly the first of these do. */
const mostHeadBytes = 4 * 1024 * 1024
const usualHeadBytes = 128 * 1024
/** An archive lists its files at its end. */
const tailBytes = 256 * 1024

const officeTypes = [
  { part: 'xl/workbook.xml', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { part: 'word/document.xml', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
] as const

export async function sniffFile(file: Blob, limits: SniffLimits): Promise<SniffedFile> {
  if (file.size === 0) return refused('empty-file')
  if (file.size > limits.mostBytes) return refused('file-too-large')
  try {
    return await judge(file, limits)
  } catch (error) {
    // A picked file can vanish, or change, before it is read.
    if (error instanceof DOMException) return refused('unreadable-file')
    throw error
  }
}

async function judge(file: Blob, { mostPixels }: SniffLimits): Promise<SniffedFile> {
  // By hand: what browsers call latin1 is windows-1252, where the first byte of a PNG is a per mille sign.
  const begins = String.fromCharCode(...(await beginningOf(file, 16)))
  // A PDF may be all text; other signatures may stand at the beginning of a text by chance, so text goes before them.
  if (begins.startsWith('%PDF-')) return accepted('application/pdf')
  // No text in any encoding begins as a JPEG does: photos, which are most of evidence, need not be read for it.
  const text = begins.startsWith(jpegMark) ? undefined : await readTextKind(file)
  if (text !== undefined) return text.kind === 'text' ? accepted('text/plain') : refused('unsupported-type')
  if (begins.startsWith('PK\u0003\u0004')) return judgeArchive(file)
  const picture = pictureType(begins)
  if (picture === undefined) return refused('unsupported-type')
  // HEIF may name more than one size, and the largest counts.
  const isSaidOnce = !picture.startsWith('image/hei')
  const early = isSaidOnce ? readPictureSize(picture, await beginningOf(file, usualHeadBytes)) : undefined
  const size = early ?? readPictureSize(picture, await beginningOf(file, mostHeadBytes))
  if (size === undefined) return refused('unsupported-type')
  return size.width * size.height > mostPixels ? refused('too-many-pixels') : accepted(picture)
}

const jpegMark = '\u00ff\u00d8\u00ff'

async function beginningOf(file: Blob, bytes: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, bytes).arrayBuffer())
}

function pictureType(begins: string): string | undefined {
  if (begins.startsWith(jpegMark)) return 'image/jpeg'
  if (begins.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (/^GIF8[79]a/.test(begins)) return 'image/gif'
  if (begins.startsWith('RIFF') && begins.slice(8, 12) === 'WEBP') return 'image/webp'
  if (begins.slice(4, 8) !== 'ftyp') return undefined
  const brand = begins.slice(8, 12)
  if (brand === 'heic' || brand === 'heix') return 'image/heic'
  return brand === 'mif1' ? 'image/heif' : undefined
}

/** Excel and Word without macros; any other archive could hold anything. */
async function judgeArchive(file: Blob): Promise<SniffedFile> {
  // Only names in ASCII are looked for in it.
  const tail = new TextDecoder('windows-1252').decode(
    await file.slice(Math.max(0, file.size - tailBytes)).arrayBuffer(),
  )
  const office = officeTypes.find(({ part }) => tail.includes(part))
  return office === undefined || tail.includes('vbaProject.bin') ? refused('unsupported-type') : accepted(office.type)
}

function accepted(mediaType: string): SniffedFile {
  return { state: 'accepted', mediaType }
}

function refused(code: SniffRefusal): SniffedFile {
  return { state: 'refused', code }
}
