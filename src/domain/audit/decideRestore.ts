// Bringing back what a removal took away, also when another tablet edited it meanwhile: its last values are written again [M8].
import type { AuditDraft } from './auditKinds.ts'
import { auditKinds } from './auditKinds.ts'
import type { Operation } from '../oplog/Operation.ts'
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
  return [...lost.values()].map(({ kind, body }) => ({ kind, entity: entity.id, supersedes, body }) as AuditDraft)
}

function registerOf(operation: Operation): string | undefined {
  const definition = Object.entries(auditKinds).find(([kind]) => kind === operation.kind)?.[1]
  return definition === undefined || definition.register === 'existence' ? undefined : definition.register
}
