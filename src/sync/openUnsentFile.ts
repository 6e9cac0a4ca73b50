// Tells the two forms of an exported file apart: the texts alone, or a tar with evidence beside them [P26]. Reads headers only; the bytes
// of evidence stay in the file until they are taken in.
import { sha256OfPart, unsentText } from '../protocol/unsentArchive.ts'
import { blockBytes, paddingAfter, parseTarHeader } from '../protocol/tar.ts'

export interface OfferedEvidence {
  /** As the file says; nothing has proven it yet. */
  readonly sha256: string
  readonly bytes: Blob
}

export interface OpenedUnsent {
  /** Empty where the file cannot be read: then it is none of ours either. */
  readonly text: string
  readonly evidence: readonly OfferedEvidence[]
  /** The file ends before its end mark: what is whole of it is good. */
  readonly isCut: boolean
}

export async function openUnsentFile(file: Blob): Promise<OpenedUnsent> {
  try {
    const first = await headerAt(file, 0)
    if (first === undefined || first.name !== unsentText) return { text: await file.text(), evidence: [], isCut: false }
    return await openTar(file)
  } catch (error) {
    // It was on a stick that is gone, or is being written.
    if (!(error instanceof DOMException)) throw error
    return { text: '', evidence: [], isCut: false }
  }
}

async function openTar(file: Blob): Promise<OpenedUnsent> {
  const evidence: OfferedEvidence[] = []
  let text = ''
  for (let at = 0; ;) {
    const header = await headerAt(file, at)
    if (header?.name === '') return { text, evidence, isCut: false }
    const start = at + blockBytes
    if (header === undefined || start + header.bytes > file.size) return { text, evidence, isCut: true }
    const bytes = file.slice(start, start + header.bytes)
    const sha256 = sha256OfPart(header.name)
    if (header.name === unsentText) text = await bytes.text()
    if (sha256 !== undefined) evidence.push({ sha256, bytes })
    at = start + header.bytes + paddingAfter(header.bytes)
  }
}

async function headerAt(file: Blob, at: number) {
  return parseTarHeader(new Uint8Array(await file.slice(at, at + blockBytes).arrayBuffer()))
}
