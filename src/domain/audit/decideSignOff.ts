// Signing off: the signer names everything seen, so that whatever others wrote meanwhile is told apart. And taking an audit up again.
import type { Audit } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { countNewer } from './countNewer.ts'
import { auditEntity } from './entityIds.ts'
import { findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { headsOf } from './headsOf.ts'
import { listConflicts } from './listConflicts.ts'
import { listLate } from './listLate.ts'
import { pinnedTemplates } from './pinnedTemplates.ts'
import { progressOf } from './progressOf.ts'
import { signOffOf } from './signOff.ts'
import { auditStateOf } from './summariseAudit.ts'
import type { StreamState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'

/** Why an audit cannot be signed off yet, with how many there are. */
export type SignOffObstacle =
  | { readonly code: 'already-signed' }
  /** The checks are not completed. */
  | { readonly code: 'checks-open' }
  | { readonly code: 'conflicts-open'; readonly count: number }
  | { readonly code: 'late-waiting'; readonly count: number }
  /** Entries of a newer release: nobody can sign what this one cannot show. */
  | { readonly code: 'newer-entries'; readonly count: number }

/** An audit as it is open: its view and the state behind it. */
export interface AuditSight {
  readonly audit: Audit
  readonly state: StreamState
}

export interface SignOffCounts {
  readonly questions: number
  readonly answered: number
  readonly findings: number
}

/** What a sign-off would cover. */
export function countForSignOff({ audit }: AuditSight): SignOffCounts {
  const { total: questions, answered } = progressOf(audit, pinnedTemplates(audit))
  const findings = findingsInOrder(audit).filter((finding) => !isWithdrawn(finding)).length
  return { questions, answered, findings }
}

/** Everything that stands in the way, most basic first; empty where the audit can be signed off. */
export function signOffObstacles({ audit, state }: AuditSight): readonly SignOffObstacle[] {
  const conflicts = listConflicts(state).length
  const late = listLate(state).filter(({ placement }) => placement === undefined).length
  const newer = countNewer(state)
  const auditState = auditStateOf(audit)
  return [
    ...(signOffOf(audit) === undefined ? [] : [{ code: 'already-signed' } as const]),
    ...(auditState === 'preparing' || auditState === 'fieldwork' ? [{ code: 'checks-open' } as const] : []),
    ...(conflicts === 0 ? [] : [{ code: 'conflicts-open', count: conflicts } as const]),
    ...(late === 0 ? [] : [{ code: 'late-waiting', count: late } as const]),
    ...(newer === 0 ? [] : [{ code: 'newer-entries', count: newer } as const]),
  ]
}

export function decideSignOff(sight: AuditSight): Result<readonly AuditDraft[], readonly SignOffObstacle[]> {
  const obstacles = signOffObstacles(sight)
  if (obstacles.length > 0) return err(obstacles)
  const body = { heads: headsOf(sight.state), ...countForSignOff(sight) }
  const supersedes = sight.audit.header.signOff.dots
  return ok([{ kind: 'audit-signed-off', entity: auditEntity, supersedes, body }])
}

/** What waits in the late lane then acts like any other entry; what was set aside stays aside [M16]. */
export function decideReopen(
  sight: AuditSight,
  reason: string,
): Result<readonly AuditDraft[], 'not-signed' | 'reason-missing'> {
  if (signOffOf(sight.audit) === undefined) return err('not-signed')
  if (reason.trim() === '') return err('reason-missing')
  const body = { heads: headsOf(sight.state), reason: reason.trim() }
  const supersedes = sight.audit.header.signOff.dots
  return ok([{ kind: 'audit-reopened', entity: auditEntity, supersedes, body }])
}
