// Lets the bytes of an evidence file go. Its row stays, so that everybody knows that the server has it, and so does its small picture.
import { parseEvidenceProof, type EvidenceProof } from './EvidenceProof.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { evidencePlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface ServerNow {
  /** The server's epoch. */
  readonly epoch: string
  /** Evidence with a receipt from before this instant of the server's clock is in its second newest backup [P24]; null: none is. */
  readonly backedUpTo: string | null
}

/**
 * Returns how many bytes are free now: none where nothing proves, in this epoch, that the server has the file, or where its backups
 * have not yet. What is unsent or refused never goes.
 */
export async function freeEvidence(db: LocalDatabase, sha256: string, server: ServerNow): Promise<number> {
  const { evidence, evidenceChunks } = db.dexie
  const seen = await withLocalDatabase(db, () => evidence.get(sha256))
  if (seen?.status !== 'stored' || seen.proof === null) return 0
  const proof = parseEvidenceProof(await openJson(db, seen.proof, evidencePlace(sha256, 'proof')))
  if (proof === undefined || !isFreeable(proof, seen.size, server)) return 0
  return withLocalDatabase(db, () =>
    db.dexie.transaction('rw', evidence, evidenceChunks, async () => {
      const row = await evidence.get(sha256)
      if (row?.status !== 'stored') return 0
      await evidenceChunks.where('[sha256+index]').between([sha256, 0], [sha256, Infinity]).delete()
      await evidence.put({ ...row, status: 'freed', heldSince: '' })
      return row.size
    }),
  )
}

/** A copy that was fetched from the server is nobody's only one: its owner waits for the backups. */
export function isFreeable(proof: EvidenceProof, size: number, { epoch, backedUpTo }: ServerNow): boolean {
  if (proof.epoch !== epoch || proof.size !== size || proof.by === 'unverified') return false
  if (proof.by === 'download') return true
  // As instants: both are the server's, and may be written with different precision.
  return backedUpTo !== null && Date.parse(proof.storedAt) < Date.parse(backedUpTo)
}
