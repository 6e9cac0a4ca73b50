// Writes beside an evidence file what became of it. Its bytes are never touched here.
import type { EvidenceProof } from './EvidenceProof.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { EvidenceRow } from './LocalRows.ts'
import { holdsBytes } from './readEvidence.ts'
import { evidencePlace } from './rowPlaces.ts'
import { sealJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** The server has it: `proof` was verified. */
export async function markEvidenceStored(db: LocalDatabase, sha256: string, proof: EvidenceProof): Promise<void> {
  const { bytes } = await sealJson(db, proof, evidencePlace(sha256, 'proof'))
  await change(db, sha256, (row) => ({ ...row, status: 'stored', code: '', proof: bytes, upload: null }))
}

/** Kept, shown with its code, and no longer sent by itself. */
export async function markEvidenceRefused(db: LocalDatabase, sha256: string, code: string): Promise<void> {
  await change(db, sha256, (row) => ({ ...row, status: 'refused', code, upload: null }))
}

/** A person wants what was refused to be sent once more. */
export async function offerEvidenceAgain(db: LocalDatabase, sha256: string): Promise<void> {
  await change(db, sha256, (row) => ({ ...row, status: row.status === 'refused' ? 'unsent' : row.status, code: '' }))
}

/** Where its upload goes on after a restart; null: from the beginning. */
export async function noteUploadPlace(db: LocalDatabase, sha256: string, place: string | null): Promise<void> {
  const sealed = place === null ? undefined : await sealJson(db, place, evidencePlace(sha256, 'upload'))
  await change(db, sha256, (row) => ({ ...row, upload: sealed?.bytes ?? null }))
}

/**
 * Nothing proves any more that the server has what it had in another epoch: what is here is offered to it once more. Returns how
 * many files that are.
 */
export async function reofferEvidence(db: LocalDatabase, sha256s: readonly string[]): Promise<number> {
  const { evidence } = db.dexie
  return withLocalDatabase(db, () =>
    db.dexie.transaction('rw', evidence, async () => {
      const rows = (await evidence.bulkGet([...sha256s])).flatMap((row) => (row?.status === 'stored' ? [row] : []))
      await evidence.bulkPut(rows.map((row) => ({ ...row, status: 'unsent', upload: null })))
      return rows.length
    }),
  )
}

function change(db: LocalDatabase, sha256: string, next: (row: EvidenceRow) => EvidenceRow): Promise<void> {
  const { evidence } = db.dexie
  return withLocalDatabase(db, () =>
    db.dexie.transaction('rw', evidence, async () => {
      const row = await evidence.get(sha256)
      if (row !== undefined && holdsBytes(row)) await evidence.put(next(row))
    }),
  )
}
