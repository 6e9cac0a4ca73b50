// Evidence files for tests: bytes that look random and are the same every time, with their real hash.
import { createHash } from 'node:crypto'
import { aContext, stream } from './someOperations.ts'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'
import type { OperationDraft } from '../../../src/domain/oplog/Operation.ts'
import type { LocalEntry } from '../../../src/localdb/recordLocal.ts'
import type { EvidenceFile } from '../../../src/localdb/sealEvidence.ts'

/** The server judges by the bytes: it takes whatever begins so for a PDF, and looks no further. */
const pdfMark = [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a]

export function somePhotoBytes(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let state = seed
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[at] = state >>> 24
  }
  bytes.set(pdfMark.slice(0, size))
  return bytes
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

export function aPhoto(size: number, seed = 1): EvidenceFile {
  const bytes = somePhotoBytes(size, seed)
  return { sha256: hashOf(bytes), bytes: new Blob([bytes]), mediaType: 'image/jpeg' }
}

export function anAttachment({ sha256, bytes, mediaType }: EvidenceFile, name = '写真.jpg'): OperationDraft {
  return {
    kind: 'evidence-attached',
    entity: `evidence:${sha256.slice(0, 20)}` as EntityId,
    supersedes: [],
    body: { supports: 'answer:antivirus/A01', sha256, size: bytes.size, mediaType, name, capturedAt: null },
  }
}

/** Photos with the operations that speak of them. */
export function attaching(...files: readonly EvidenceFile[]): LocalEntry {
  const drafts = files.map((file) => anAttachment(file))
  return { source: 'local', stream, drafts, context: aContext(), files }
}

/** The hash of the bytes: comparing megabytes one by one takes a test seconds. */
export async function sumOf(blob: Blob | undefined): Promise<string | undefined> {
  return blob && hashOf(new Uint8Array(await blob.arrayBuffer()))
}
