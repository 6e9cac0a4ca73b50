// Folds operations into a stream's state. Order, duplication, splitting and delay of operations make no difference [M6].
import { compareDots, type EntityId } from './Dot.ts'
import { operationVersion, type Operation } from './Operation.ts'
import type { KindTable } from './KindTable.ts'
import type { CurrentValue, EntityState, StreamState } from './StreamState.ts'

/**
 * Applies operations to the state in place and returns the ids of the entities that changed.
 * An operation of an unknown kind, a newer version or an unreadable body changes nothing visible and is kept as opaque [M9].
 */
export function foldOperations(state: StreamState, operations: Iterable<Operation>, kinds: KindTable): Set<EntityId> {
  const changed = new Set<EntityId>()
  for (const operation of operations) {
    const before = state.entities.get(operation.entity)
    const value = readValue(operation, kinds)
    if (value === undefined) {
      state.opaque.set(operation.dot, { kind: operation.kind, entity: operation.entity })
      continue
    }
    const after = applyOperation(before ?? emptyEntity(operation.entity), operation, value)
    if (after === before) continue
    state.entities.set(operation.entity, after)
    changed.add(operation.entity)
  }
  return changed
}

interface RegisterWrite {
  readonly register: string
  readonly current: CurrentValue
}

function readValue(operation: Operation, kinds: KindTable): RegisterWrite | undefined {
  const definition = Object.hasOwn(kinds, operation.kind) ? kinds[operation.kind] : undefined
  if (definition === undefined || operation.v > operationVersion) return undefined
  if (entityType(operation.entity) !== definition.entity) return undefined
  const body = definition.parse(operation.body)
  if (body === undefined) return undefined
  const { dot, kind, author, device, at, offset } = operation
  return { register: definition.register, current: { dot, kind, body, author, device, at, offset } }
}

function applyOperation(entity: EntityState, operation: Operation, write: RegisterWrite): EntityState {
  const isSuperseded = entity.superseded.has(operation.dot)
  const present = entity.registers.get(write.register) ?? []
  const isKnown = isSuperseded || present.some((value) => value.dot === operation.dot)
  const fresh = operation.supersedes.filter((dot) => dot !== operation.dot && !entity.superseded.has(dot))
  if (isKnown && fresh.length === 0) return entity

  const superseded = fresh.length === 0 ? entity.superseded : new Set([...entity.superseded, ...fresh])
  const registers = new Map(entity.registers)
  if (!isKnown)
    registers.set(
      write.register,
      [...present, write.current].sort((a, b) => compareDots(a.dot, b.dot)),
    )
  if (fresh.length > 0) dropSuperseded(registers, superseded)
  return { id: entity.id, registers, superseded }
}

function dropSuperseded(registers: Map<string, readonly CurrentValue[]>, superseded: ReadonlySet<string>): void {
  for (const [register, values] of registers) {
    const left = values.filter((value) => !superseded.has(value.dot))
    if (left.length === values.length) continue
    if (left.length === 0) registers.delete(register)
    else registers.set(register, left)
  }
}

/** The type in front of an entity's id. */
function entityType(entity: EntityId): string {
  const colon = entity.indexOf(':')
  return colon === -1 ? entity : entity.slice(0, colon)
}

function emptyEntity(id: EntityId): EntityState {
  return { id, registers: new Map(), superseded: new Set() }
}
