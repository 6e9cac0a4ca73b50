// Every register of a stream that holds two or more different values.
import type { AuditBodies, AuditKind } from './auditKinds.ts'
import type { EntityId } from '../oplog/Dot.ts'
import { isInConflict, readRegister, type Register } from '../oplog/Register.ts'
import type { EntityState, StreamState } from '../oplog/StreamState.ts'

export interface Conflict {
  readonly entity: EntityId
  /** The register's name in the log. */
  readonly name: string
  readonly register: Register<AuditKind, AuditBodies>
}

/** In the order in which the stream's entities first appeared. */
export function listConflicts(state: StreamState): readonly Conflict[] {
  return [...state.entities.values()].flatMap(conflictsOf)
}

/**
 * Registers whose values are no conflict for a person. `existence`: two removals, or one beside an edit, are told of by the entity.
 * `sign-off`, `issue`: the server takes one of two [M15]. `placement`: reflecting outlasts setting aside [M16].
 */
const settledElsewhere: ReadonlySet<string> = new Set(['existence', 'sign-off', 'issue', 'placement'])

/**
 * Registers in which two values of one kind agree: found is found, however its number was read; completed is completed [A2] [A4];
 * approved is approved, and so is what was handed in, verified or done, whoever said so [A12] [A15] [A16].
 */
const agreeing: ReadonlySet<string> = new Set([
  ...['sighting', 'completion', 'review', 'submission', 'verification', 'occurrence'],
])

function isDisagreement(name: string, register: Conflict['register']): boolean {
  if (!isInConflict(register)) return false
  if (name === 'fact-check') return new Set(register.values.map(({ content }) => outcomeOf(content))).size > 1
  return !agreeing.has(name) || new Set(register.values.map(({ content }) => content.kind)).size > 1
}

/** Two who signed that the facts are so agree. */
function outcomeOf(content: Conflict['register']['values'][number]['content']): string {
  return content.kind === 'fact-confirmed' ? content.body.outcome : content.kind
}

function conflictsOf(entity: EntityState): readonly Conflict[] {
  const conflicts: Conflict[] = []
  for (const name of entity.registers.keys()) {
    if (settledElsewhere.has(name)) continue
    const register = readRegister<AuditKind, AuditBodies>(entity, name)
    if (isDisagreement(name, register)) conflicts.push({ entity: entity.id, name, register })
  }
  return conflicts
}
