// Puts evidence that exists on this tablet alone beside the texts of an export: one file, which a person can carry away [P26]. Reads only.
import type { UnsentFile } from '../protocol/unsentFile.ts'
import { unsentEvidencePart, unsentText } from '../protocol/unsentArchive.ts'
import { blockBytes, formatTarHeader, paddingAfter } from '../protocol/tar.ts'
import { listEvidence } from '../localdb/listEvidence.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'
import { readEvidence } from '../localdb/readEvidence.ts'

export interface PackedUnsent {
  /** JSON where there is no evidence, else a tar. */
  readonly file: Blob
  readonly ending: 'json' | 'tar'
  /** Evidence files in it. */
  readonly evidence: number
  /** Evidence files whose bytes cannot be read any more: the others are in it all the same. */
  readonly damagedEvidence: number
}

interface Held {
  readonly sha256: string
  readonly bytes: Blob | undefined
}

/** The bytes stay in Blobs, outside of the page's heap. */
export async function packUnsent(db: LocalDatabase, content: UnsentFile): Promise<PackedUnsent> {
  const held: Held[] = []
  for (const { sha256 } of await listHeld(db)) held.push({ sha256, bytes: await readHeld(db, sha256) })
  const damaged = held.filter(({ bytes }) => bytes === undefined).map(({ sha256 }) => keptPiece(sha256))
  const json = new Blob([JSON.stringify({ ...content, damaged: [...content.damaged, ...damaged] })], {
    type: 'application/json',
  })
  const whole = held.flatMap(({ sha256, bytes }) => (bytes === undefined ? [] : [{ sha256, bytes }]))
  const counts = { evidence: whole.length, damagedEvidence: damaged.length }
  if (whole.length === 0) return { file: json, ending: 'json', ...counts }
  const at = new Date(content.exportedAt)
  const parts = [
    ...tarPart(unsentText, json, at),
    ...whole.flatMap(({ sha256, bytes }) => tarPart(unsentEvidencePart(sha256), bytes, at)),
    new Uint8Array(2 * blockBytes),
  ]
  return { file: new Blob(parts, { type: 'application/x-tar' }), ending: 'tar', ...counts }
}

/** What the server has refused is nowhere else either. A database that does not give them must not hold up the texts. */
async function listHeld(db: LocalDatabase): Promise<readonly { readonly sha256: string }[]> {
  try {
    return await listEvidence(db, 'unsent', 'refused')
  } catch (error) {
    if (error instanceof LocalDatabaseError) return []
    throw error
  }
}

async function readHeld(db: LocalDatabase, sha256: string): Promise<Blob | undefined> {
  try {
    return await readEvidence(db, sha256)
  } catch (error) {
    if (error instanceof LocalDatabaseError) return undefined
    throw error
  }
}

function tarPart(name: string, bytes: Blob, at: Date): readonly BlobPart[] {
  return [formatTarHeader({ name, bytes: bytes.size }, at), bytes, new Uint8Array(paddingAfter(bytes.size))]
}

function keptPiece(sha256: string): UnsentFile['damaged'][number] {
  return { what: 'evidence', place: unsentEvidencePart(sha256), code: 'damaged', content: '' }
}
