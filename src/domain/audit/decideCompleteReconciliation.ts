// Completing the reconciliation of media: what was not found by then is missing. It can be reopened, and both stay in the history.
import type { Audit } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { draftFor } from './draftFor.ts'
import { mediaReconciliationEntity } from './entityIds.ts'
import { reconcileMedia } from './reconcileMedia.ts'

export function decideCompleteReconciliation(audit: Audit): readonly AuditDraft[] {
  const { matched, unregistered, unconfirmed, missing, duplicate } = reconcileMedia(audit).counts
  const counts = { matched, unregistered, missing: missing + unconfirmed, duplicate }
  return draftFor(sightOf(audit), 'reconciliation-completed', counts)
}

export function decideReopenReconciliation(audit: Audit): readonly AuditDraft[] {
  if (audit.reconciliation.completion.values.length === 0) return []
  return draftFor(sightOf(audit), 'reconciliation-reopened', {})
}

function sightOf({ reconciliation }: Audit) {
  return { entity: mediaReconciliationEntity, register: reconciliation.completion }
}
