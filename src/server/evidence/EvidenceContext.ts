// What the routes of evidence work with. Built once at start.
import type { EvidenceStore } from './EvidenceStore.ts'
import type { ReceiptMaker } from './createReceiptMaker.ts'
import type { StagedUploads } from './StagedUploads.ts'

export interface EvidenceContext {
  readonly store: EvidenceStore
  readonly uploads: StagedUploads
  readonly makeReceipt: ReceiptMaker
}
