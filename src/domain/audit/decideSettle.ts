// Settling a conflict: the chosen or newly written content supersedes every value that was shown; all of them stay in the history.
import type { AuditBodies, AuditDraft, AuditKind } from './auditKinds.ts'
import { auditDraft } from './draftFor.ts'
import { isInConflict, type Register } from '../oplog/Register.ts'
import type { EntityId } from '../oplog/Dot.ts'
import { keepCodes } from '../library/keepCodes.ts'
import { err, ok, type Result } from '../Result.ts'

/** Refused where another device has settled it meanwhile: the person should look again. */
export function decideSettle<Kind extends AuditKind>(
  entity: EntityId,
  register: Register<Kind, AuditBodies>,
  chosen: { readonly kind: Kind; readonly body: AuditBodies[Kind] },
): Result<readonly AuditDraft[], 'already-settled'> {
  if (!isInConflict(register)) return err('already-settled')
  const body = keepCodes(chosen, register)
  return ok([auditDraft({ kind: chosen.kind, entity, supersedes: register.dots, body })])
}
