// Verifying a measure with evidence, by somebody other than its owner, or returning it with a reason [A16].
import type { Audit, Measure } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { hasConflictingMeasure, measureContentHash } from './contentHash.ts'
import { draftFor } from './draftFor.ts'
import type { EvidenceId } from './entityIds.ts'
import { dateProblem } from './measureDates.ts'
import { hasPresent, isDone, isOwnMeasure } from './verification.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import type { PersonId } from '../oplog/Dot.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { err, ok, type Result } from '../Result.ts'

export interface VerifyWish {
  /** Who verifies: the author of what is recorded. */
  readonly by: PersonId
  /** How it was looked at: 現物, 記録, 聞き取り … */
  readonly method: string
  readonly evidence: readonly EvidenceId[]
  readonly today: CalendarDay
}

export type VerifyRefusal = 'in-conflict' | 'not-done' | 'own-measure' | 'method-missing' | 'evidence-missing'

export function decideVerifyMeasure(
  audit: Audit,
  measure: Measure,
  { by, method, evidence, today, hash }: VerifyWish & { readonly hash: Sha256 },
): Result<readonly AuditDraft[], VerifyRefusal> {
  if (hasConflictingMeasure(measure)) return err('in-conflict')
  if (!isDone(measure) || dateProblem(measure, today) !== undefined) return err('not-done')
  if (isOwnMeasure(audit, measure, by)) return err('own-measure')
  if (method.trim() === '') return err('method-missing')
  const proofs = [...new Set(evidence)].filter((id) => hasPresent(audit, [id])).sort()
  if (proofs.length === 0) return err('evidence-missing')
  const body = { method: method.trim(), evidence: proofs, contentHash: measureContentHash(audit, measure, hash) }
  return ok(draftFor({ entity: measure.id, register: measure.verification }, 'measure-verified', body))
}

export function decideReturnMeasure(measure: Measure, reason: string): Result<readonly AuditDraft[], 'reason-missing'> {
  if (reason.trim() === '') return err('reason-missing')
  const body = { reason: reason.trim() }
  return ok(draftFor({ entity: measure.id, register: measure.verification }, 'measure-returned', body))
}

export function decideOwnMeasure(measure: Measure, owner: string): readonly AuditDraft[] {
  if (owner.trim() === '' && measure.owner.values.length === 0) return []
  return draftFor({ entity: measure.id, register: measure.owner }, 'measure-owned', { owner: owner.trim() })
}
