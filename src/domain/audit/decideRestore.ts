// Bringing back what a removal took away, also when another tablet edited it meanwhile: its last values are written again [M8].
import { auditKinds, type AuditDraft, type AuditKind } from './auditKinds.ts'
import { auditDraft } from './draftFor.ts'
import { isBinding } from './isBinding.ts'
import type { EntityId } from '../oplog/Dot.ts'
import type { Operation } from '../oplog/Operation.ts'
import { readBody } from '../oplog/readBody.ts'
import { dotsOf } from '../oplog/Register.ts'
import type { EntityState } from '../oplog/StreamState.ts'

/**
 * `history` holds all operations of the entity. Registers that somebody edited after the removal keep that edit;
 * the others get back the value that the removal superseded. Conflicts that it superseded come back as their last value in dot order.
 */
export function decideRestore(entity: EntityState, history: readonly Operation[]): readonly AuditDraft[] {
  const removals = entity.registers.get('existence') ?? []
  if (removals.length === 0) return []
  const removalDots = new Set<string>(removals.map(({ dot }) => dot))
  const taken = new Set<string>(
    history.filter(({ dot }) => removalDots.has(dot)).flatMap(({ supersedes }) => supersedes),
  )
  const lost = new Map<string, Operation>()
  for (const operation of history) {
    const register = registerOf(operation)
    if (register === undefined || !taken.has(operation.dot) || entity.registers.has(register)) continue
    lost.set(register, operation)
  }
  const supersedes = dotsOf({ ...entity, registers: new Map([['existence', removals]]) })
  return [...lost.values()].flatMap((operation) => writtenAgain(operation, entity.id, supersedes))
}

/** In the newest form, whatever release wrote it [M13]; what cannot be read stays in the history alone. */
function writtenAgain(
  { kind, v, body }: Operation,
  entity: EntityId,
  supersedes: AuditDraft['supersedes'],
): readonly AuditDraft[] {
  if (!isAuditKind(kind)) return []
  const read = readBody<unknown>(auditKinds[kind], v, body)
  return read === undefined ? [] : [auditDraft({ kind, entity, supersedes, body: read })]
}

function registerOf({ kind }: Operation): string | undefined {
  if (!isAuditKind(kind)) return undefined
  const { register } = auditKinds[kind]
  return register === 'existence' || isBinding(register) ? undefined : register
}

function isAuditKind(kind: string): kind is AuditKind {
  return Object.hasOwn(auditKinds, kind)
}
