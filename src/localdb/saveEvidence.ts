// Saves evidence bytes without an operation: those fetched from the server, or imported from a file. What a person captures is saved
// together with its operation (`files` of `recordOperations`), so that neither is there without the other.
import { Dexie } from 'dexie'
import type { LocalDatabase } from './LocalDatabase.ts'
import { evidenceStores, putEvidence } from './putEvidence.ts'
import { evidencePlace } from './rowPlaces.ts'
import { sealEvidence, type EvidenceFile, type SealedFile } from './sealEvidence.ts'
import { sealJson } from './sealText.ts'
import type { EvidenceProof } from './EvidenceProof.ts'
import { refuseFiles } from './refuseFiles.ts'
import { asError } from './commitLocal.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface SavedEvidence {
  /** ISO instant of the tablet's clock. */
  readonly heldSince: string
  /** Where the bytes came from the server itself; otherwise they wait to be sent. */
  readonly proof?: EvidenceProof
}

/** Resolves after the strict transaction has completed. Rejects with `LocalDatabaseError`, and then nothing of it is there. */
export async function saveEvidence(db: LocalDatabase, file: EvidenceFile, saved: SavedEvidence): Promise<void> {
  const { heldSince, proof } = saved
  refuseFiles(db)
  const sealed = proof && (await sealJson(db, proof, evidencePlace(file.sha256, 'proof')))
  const status = proof === undefined ? 'unsent' : 'stored'
  const rows = await sealEvidence(db, file, { status, heldSince, proof: sealed?.bytes ?? null })
  await withLocalDatabase(db, () => commit(db, rows))
}

function commit({ dexie }: LocalDatabase, file: SealedFile): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!dexie.isOpen()) throw new Dexie.DatabaseClosedError()
    const transaction = dexie.backendDB().transaction([...evidenceStores], 'readwrite', { durability: 'strict' })
    let failure: unknown
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(asError(failure ?? transaction.error))
    const fail = (error: unknown) => {
      failure = error
      transaction.abort()
    }
    try {
      putEvidence(transaction, [file], { keyRange: dexie.keyRange, fail })
    } catch (error) {
      fail(error)
    }
  })
}
