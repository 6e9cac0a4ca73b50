// Deciding about a late entry: reflected in the signed audit, or set aside. Either way it stays on record, with who decided and why.
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import type { Dot } from '../oplog/Dot.ts'
import { lateEntity } from '../oplog/lateLane.ts'
import { readRegister } from '../oplog/Register.ts'
import type { Placement, StreamState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'

export interface PlacementWish {
  readonly placement: Placement
  readonly reason: string
}

/** One draft an operation that is still late. Refused where none is any more: somebody reflected it, or the audit was reopened. */
export function decidePlaceLate(
  state: StreamState,
  dots: readonly Dot[],
  { placement, reason }: PlacementWish,
): Result<readonly AuditDraft[], 'reason-missing' | 'not-late'> {
  if (reason.trim() === '') return err('reason-missing')
  const late = dots.filter((dot) => state.late.has(dot) && state.placed.get(dot) !== placement)
  if (late.length === 0) return err('not-late')
  return ok(
    late.map((dot) => {
      const entity = lateEntity(dot)
      const { dots: supersedes } = readRegister<'late-entry-placed', AuditBodies>(
        state.entities.get(entity),
        'placement',
      )
      return { kind: 'late-entry-placed', entity, supersedes, body: { placement, reason: reason.trim() } }
    }),
  )
}
