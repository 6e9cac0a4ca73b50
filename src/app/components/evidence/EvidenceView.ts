// One file of evidence as a tile and the viewer show it: plain words and facts, never its bytes.
import type { Audit, Evidence } from '../../../domain/audit/Audit.ts'
import { captionOf, fileOf, originalOf, takenAt } from '../../../domain/audit/evidence.ts'
import type { EvidenceId } from '../../../domain/audit/entityIds.ts'
import type { EntityId } from '../../../domain/oplog/Dot.ts'

export type EvidenceForm = 'picture' | 'text' | 'document'

export interface EvidenceView {
  readonly id: EvidenceId
  /** What it supports. */
  readonly supports: EntityId
  readonly sha256: string
  readonly mediaType: string
  readonly form: EvidenceForm
  /** Bytes. */
  readonly size: number
  readonly name: string
  readonly caption: string
  /** ISO instant of the tablet that took it. */
  readonly takenAt: string
  /** A marked-up copy of this one. */
  readonly original: EvidenceId | undefined
}

/** Undefined for what is removed. */
export function viewEvidence(evidence: Evidence): EvidenceView | undefined {
  const file = fileOf(evidence)
  if (file === undefined) return undefined
  const { supports, sha256, mediaType, size, name } = file
  return {
    ...{ id: evidence.id, supports, sha256, mediaType, size, name },
    form: formOf(mediaType),
    caption: captionOf(evidence),
    takenAt: takenAt(evidence),
    original: originalOf(evidence),
  }
}

export function formOf(mediaType: string): EvidenceForm {
  if (mediaType.startsWith('image/')) return 'picture'
  return mediaType === 'text/plain' ? 'text' : 'document'
}

/** What the tile says: the caption, else what a file was called. A photo taken here was called nothing. */
export function labelOf({ caption, name, form }: EvidenceView): string {
  return caption !== '' || form === 'picture' ? caption : name
}

/** Its last part is the address of the viewer. */
export function evidenceKey(id: EvidenceId): string {
  return id.slice('evidence:'.length)
}

export function findEvidenceView(audit: Audit, id: EvidenceId): EvidenceView | undefined {
  const evidence = audit.evidence.get(id)
  return evidence && viewEvidence(evidence)
}
