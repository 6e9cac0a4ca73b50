// Cuts an evidence file into pieces and seals them, outside of any transaction. The bytes themselves are never changed.
import { evidenceChunkBytes } from './evidenceChunkBytes.ts'
import type { EvidenceChunkRow, EvidenceRow } from './LocalRows.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import { evidenceChunkPlace } from './rowPlaces.ts'

export interface EvidenceFile {
  /** Of the bytes, as base64url: the caller has computed it from these very bytes. */
  readonly sha256: string
  readonly bytes: Blob
  readonly mediaType: string
}

export interface SealedFile {
  readonly row: EvidenceRow
  readonly chunks: readonly EvidenceChunkRow[]
}

export type EvidenceState = Pick<EvidenceRow, 'status' | 'heldSince' | 'proof'>

export async function sealEvidence(db: LocalDatabase, file: EvidenceFile, state: EvidenceState): Promise<SealedFile> {
  const { sha256, bytes, mediaType } = file
  const chunks: EvidenceChunkRow[] = []
  for (let from = 0; from < bytes.size; from += evidenceChunkBytes) {
    const place = { sha256, index: chunks.length }
    const plain = await readPiece(bytes, from)
    chunks.push({ ...place, bytes: await db.sealer.seal(plain, evidenceChunkPlace(place)) })
  }
  const row = { sha256, size: bytes.size, chunkSize: evidenceChunkBytes, mediaType, code: '', upload: null, ...state }
  return { row, chunks }
}

/** A picked file can vanish between picking and reading: then nothing of it is saved. */
async function readPiece(bytes: Blob, from: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await bytes.slice(from, from + evidenceChunkBytes).arrayBuffer())
  } catch (error) {
    throw new LocalDatabaseError('not-saved', error)
  }
}
