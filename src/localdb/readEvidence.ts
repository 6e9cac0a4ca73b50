// Reads evidence bytes back, piece by piece: of a file of any size one piece at a time is in this page's memory.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { EvidenceRow } from './LocalRows.ts'
import { evidenceChunkPlace } from './rowPlaces.ts'
import { SealBroken } from './Sealer.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export type EvidencePlace = Pick<EvidenceRow, 'sha256' | 'size' | 'chunkSize'>

/** Undefined where the bytes are not here, or damaged. */
export async function readEvidence(db: LocalDatabase, sha256: string): Promise<Blob | undefined> {
  const row = await withLocalDatabase(db, () => db.dexie.evidence.get(sha256))
  if (row === undefined || !holdsBytes(row)) return undefined
  const parts: Blob[] = []
  for (let from = 0; from < row.size; from += row.chunkSize) {
    const piece = await readEvidencePiece(db, row, { from, to: from + row.chunkSize })
    if (piece === undefined) return undefined
    // The browser keeps a Blob's bytes where it has room for them, outside of the page's heap.
    parts.push(new Blob([piece]))
  }
  return new Blob(parts, { type: row.mediaType })
}

export function holdsBytes({ status }: Pick<EvidenceRow, 'status'>): boolean {
  return status === 'unsent' || status === 'stored' || status === 'refused'
}

export interface ByteRange {
  readonly from: number
  /** Not included; the file's end at most. */
  readonly to: number
}

/** Undefined where a piece of it is missing or damaged. */
export async function readEvidencePiece(
  db: LocalDatabase,
  place: EvidencePlace,
  range: ByteRange,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { from, to } = { from: range.from, to: Math.min(range.to, place.size) }
  const piece = new Uint8Array(Math.max(0, to - from))
  let filled = 0
  while (from + filled < to) {
    const at = from + filled
    const index = Math.floor(at / place.chunkSize)
    const chunk = await openChunk(db, place.sha256, index)
    const start = at - index * place.chunkSize
    const part = chunk?.subarray(start, start + to - at)
    if (part === undefined || part.length === 0) return undefined
    piece.set(part, filled)
    filled += part.length
  }
  return piece
}

async function openChunk(db: LocalDatabase, sha256: string, index: number): Promise<Uint8Array | undefined> {
  const row = await withLocalDatabase(db, () => db.dexie.evidenceChunks.get([sha256, index]))
  if (row === undefined) return undefined
  try {
    return await db.sealer.open(row.bytes, evidenceChunkPlace(row))
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
