// Evidence as an audit holds it: which file supports what, its caption, and of which original a marked-up copy was made. Never the bytes.
import type { Audit, Evidence } from './Audit.ts'
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import { isMeasureId, parseOccurrenceEntity, type EvidenceId } from './entityIds.ts'
import type { EntityId } from '../oplog/Dot.ts'
import { dotsOf, readRegister } from '../oplog/Register.ts'
import type { EntityState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'

export type EvidenceFile = AuditBodies['evidence-attached']

/** Whether evidence of it goes on after a sign-off: the follow-up's does, by kinds that no sign-off covers. */
export function isFollowedUp(supports: EntityId | undefined): boolean {
  return supports !== undefined && (isMeasureId(supports) || parseOccurrenceEntity(supports) !== undefined)
}

/** The file as attached. It never changes; two values cannot be, since every attachment has an id of its own. */
export function fileOf(evidence: Evidence): EvidenceFile | undefined {
  return evidence.file.values[0]?.content.body
}

export function captionOf(evidence: Evidence): string {
  return evidence.caption.values[0]?.content.body.text ?? ''
}

/** The original that it is a marked-up copy of. */
export function originalOf(evidence: Evidence): EvidenceId | undefined {
  return evidence.derivation.values[0]?.content.body.from
}

/** What supports an answer, item, finding or measure, in the order of being taken; one removed but captioned meanwhile is among it [M8]. */
export function evidenceOf(audit: Audit, entity: EntityId): readonly Evidence[] {
  return presentEvidence(audit).filter((evidence) => fileOf(evidence)?.supports === entity)
}

/** All evidence of the audit that is not removed, in the order of being taken. */
export function presentEvidence(audit: Audit): readonly Evidence[] {
  return [...audit.evidence.values()]
    .filter((evidence) => evidence.existence !== 'removed' && fileOf(evidence) !== undefined)
    .sort((a, b) => (takenAt(a) < takenAt(b) ? -1 : takenAt(a) > takenAt(b) ? 1 : a.id < b.id ? -1 : 1))
}

/** When it was taken, by the tablet's clock; of a file without that, when it was attached [M10]. */
export function takenAt(evidence: Evidence): string {
  return fileOf(evidence)?.capturedAt ?? evidence.file.values[0]?.at ?? ''
}

/** The copies that stand of an original. */
export function copiesOf(audit: Audit, original: EvidenceId): readonly Evidence[] {
  return presentEvidence(audit).filter((evidence) => originalOf(evidence) === original)
}

export function decideAttachEvidence(id: EvidenceId, file: EvidenceFile, caption = ''): readonly AuditDraft[] {
  const { supports, sha256, size, mediaType, name, capturedAt } = file
  const kinds = kindsFor(supports)
  return [
    firstDraft(id, kinds.attached, { supports, sha256, size, mediaType, name, capturedAt }),
    ...(caption === '' ? [] : [firstDraft(id, kinds.captioned, { text: caption })]),
  ]
}

/** Attaches a marked-up copy beside its original, which stays as it is; the copy supports what the original does and begins with its caption. */
export function decideDeriveEvidence(
  audit: Audit,
  original: EvidenceId,
  copy: { readonly id: EvidenceId; readonly file: Omit<EvidenceFile, 'supports'> },
): Result<readonly AuditDraft[], 'original-missing'> {
  const from = audit.evidence.get(original)
  const supports = from && fileOf(from)?.supports
  if (from === undefined || supports === undefined) return err('original-missing')
  return ok([
    ...decideAttachEvidence(copy.id, { ...copy.file, supports }, captionOf(from)),
    firstDraft(copy.id, kindsFor(supports).derived, { from: original }),
  ])
}

export function decideCaption(evidence: Evidence, text: string): readonly AuditDraft[] {
  if (text === '' && evidence.caption.values.length === 0) return []
  const { captioned } = kindsFor(fileOf(evidence)?.supports)
  return draftFor({ entity: evidence.id, register: evidence.caption }, captioned, { text })
}

/** The file leaves the lists; its bytes and its history stay, so that it can be brought back. */
export function decideRemoveEvidence(entity: EntityState): readonly AuditDraft[] {
  const file = readRegister<'evidence-attached' | 'measure-evidence-attached', AuditBodies>(entity, 'file')
  const { removed } = kindsFor(file.values[0]?.content.body.supports)
  return [{ kind: removed, entity: entity.id, supersedes: dotsOf(entity), body: {} }]
}

const sealedKinds = {
  attached: 'evidence-attached',
  captioned: 'evidence-captioned',
  derived: 'evidence-derived',
  removed: 'evidence-removed',
} as const

const openKinds = {
  attached: 'measure-evidence-attached',
  captioned: 'measure-evidence-captioned',
  derived: 'measure-evidence-derived',
  removed: 'measure-evidence-removed',
} as const

function kindsFor(supports: EntityId | undefined): typeof sealedKinds | typeof openKinds {
  return isFollowedUp(supports) ? openKinds : sealedKinds
}
