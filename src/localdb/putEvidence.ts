// Puts sealed evidence files into a transaction that others have begun, so that an operation and its bytes are saved together.
import type { EvidenceRow } from './LocalRows.ts'
import type { SealedFile } from './sealEvidence.ts'

export const evidenceStores = ['evidence', 'evidenceChunks'] as const

export interface PuttingPorts {
  /** The database's own. */
  readonly keyRange: typeof IDBKeyRange
  /** Told where a row could not be put; it ends the transaction. */
  readonly fail: (error: unknown) => void
}

/** To be called while the transaction is active; it stays open for the requests made here. */
export function putEvidence(
  transaction: IDBTransaction,
  files: readonly SealedFile[],
  { keyRange, fail }: PuttingPorts,
): void {
  const [evidence, chunks] = evidenceStores.map((name) => transaction.objectStore(name))
  for (const file of files) {
    const { sha256 } = file.row
    const reading = evidence?.get(sha256) as IDBRequest<EvidenceRow | undefined>
    reading.onsuccess = () => {
      try {
        evidence?.put(merge(reading.result, file.row))
      } catch (error) {
        fail(error)
      }
    }
    // Pieces of another size would lie between ours.
    chunks?.delete(keyRange.bound([sha256, 0], [sha256, Infinity]))
    for (const chunk of file.chunks) chunks?.put(chunk)
  }
}

/** The same bytes once more: what is known of them at the server stays known. */
function merge(held: EvidenceRow | undefined, arriving: EvidenceRow): EvidenceRow {
  if (held === undefined || held.status === 'absent') return arriving
  const { mediaType, heldSince, proof } = held
  const since = held.status === 'freed' ? arriving.heldSince : heldSince
  const known = { mediaType, heldSince: since, proof: arriving.proof ?? proof }
  if (arriving.status === 'stored' || held.status === 'freed') return { ...arriving, ...known, status: 'stored' }
  return { ...held, chunkSize: arriving.chunkSize, ...known }
}
