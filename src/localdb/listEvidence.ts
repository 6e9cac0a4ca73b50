// What this tablet knows of each evidence file, without its bytes.
import { parseEvidenceProof, type EvidenceProof } from './EvidenceProof.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { EvidenceRow, EvidenceStatus } from './LocalRows.ts'
import { evidencePlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export type KnownEvidence = Omit<EvidenceRow, 'proof' | 'upload'>

/** Oldest first. Opens nothing. */
export async function listEvidence(
  db: LocalDatabase,
  ...statuses: readonly EvidenceStatus[]
): Promise<KnownEvidence[]> {
  const rows = await withLocalDatabase(db, () =>
    db.dexie.evidence
      .where('status')
      .anyOf([...statuses])
      .toArray(),
  )
  return rows
    .map(({ proof: _, upload: __, ...known }) => known)
    .sort((a, b) => (a.heldSince === b.heldSince ? 0 : a.heldSince < b.heldSince ? -1 : 1))
}

/** Undefined for what neither was captured nor opened on this tablet. */
export async function findEvidence(db: LocalDatabase, sha256: string): Promise<KnownEvidence | undefined> {
  const row = await withLocalDatabase(db, () => db.dexie.evidence.get(sha256))
  if (row === undefined) return undefined
  const { proof: _, upload: __, ...known } = row
  return known
}

/** Undefined where nothing proves it, or what did is damaged. */
export async function readEvidenceProof(db: LocalDatabase, sha256: string): Promise<EvidenceProof | undefined> {
  const row = await withLocalDatabase(db, () => db.dexie.evidence.get(sha256))
  const sealed = row?.proof ?? undefined
  return sealed && parseEvidenceProof(await openJson(db, sealed, evidencePlace(sha256, 'proof')))
}

/** Where a large upload goes on; undefined where it begins anew. */
export async function readUploadPlace(db: LocalDatabase, sha256: string): Promise<string | undefined> {
  const row = await withLocalDatabase(db, () => db.dexie.evidence.get(sha256))
  const place = row?.upload ? await openJson(db, row.upload, evidencePlace(sha256, 'upload')) : undefined
  return typeof place === 'string' ? place : undefined
}
