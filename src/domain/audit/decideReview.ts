// Reviewing a finding: approved as it is worded now, or sent back with a reason [A12].
import type { Audit, Finding } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { hasConflictingContent } from './contentHash.ts'
import { draftFor } from './draftFor.ts'
import { factCheckOf } from './factCheck.ts'
import { isWithdrawn } from './findingOrder.ts'
import { reviewedHash } from './review.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { err, ok, type Result } from '../Result.ts'

export type ApproveRefusal = 'withdrawn' | 'in-conflict' | 'text-missing'

/** An objection that stands is upheld by approving in spite of it; one that comes later asks for another approval. */
export function decideApproveFinding(
  audit: Audit,
  finding: Finding,
  hash: Sha256,
): Result<readonly AuditDraft[], ApproveRefusal> {
  if (isWithdrawn(finding)) return err('withdrawn')
  if (hasConflictingContent(finding) || factCheckOf(audit, finding, hash).state === 'in-conflict')
    return err('in-conflict')
  if (!isWorded(finding)) return err('text-missing')
  const contentHash = reviewedHash(audit, finding, hash)
  return ok(draftFor({ entity: finding.id, register: finding.review }, 'finding-approved', { contentHash }))
}

export function decideSendBackFinding(
  finding: Finding,
  reason: string,
): Result<readonly AuditDraft[], 'reason-missing' | 'withdrawn'> {
  if (isWithdrawn(finding)) return err('withdrawn')
  if (reason.trim() === '') return err('reason-missing')
  const body = { reason: reason.trim() }
  return ok(draftFor({ entity: finding.id, register: finding.review }, 'finding-sent-back', body))
}

/** Title, facts and recommendation: without them there is nothing to approve or to issue. */
export function isWorded({ title, parts }: Finding): boolean {
  const texts = [
    settledValue(title)?.body.subject,
    settledValue(parts.conditions)?.body.text,
    settledValue(parts.recommendation)?.body.text,
  ]
  return texts.every((text) => text !== undefined && text.trim() !== '')
}
