// Puts the parts of evidence together around an opened store.
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import type { StoredServerKey } from '../store/serverKeys.ts'
import { createReceiptMaker } from './createReceiptMaker.ts'
import type { EvidenceContext } from './EvidenceContext.ts'
import type { EvidenceStore } from './EvidenceStore.ts'
import { StagedUploads } from './StagedUploads.ts'

export interface EvidenceParts {
  readonly store: EvidenceStore
  /** Uploads lie here until they are evidence. */
  readonly stagingFolder: string
  readonly key: StoredServerKey
  readonly epoch: string
  readonly now: () => Date
  readonly sha256: Sha256
}

/** Rejects with an EvidenceStorageError where the folder cannot be used. */
export async function createEvidenceContext(parts: EvidenceParts): Promise<EvidenceContext> {
  const { store, stagingFolder, ...receipts } = parts
  const uploads = new StagedUploads(stagingFolder)
  await uploads.sweep(receipts.now())
  return { store, uploads, makeReceipt: createReceiptMaker({ store, ...receipts }) }
}
