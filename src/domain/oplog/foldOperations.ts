// Folds operations into a stream's state. Order, duplication, splitting and delay of operations make no difference [M6].
import { compareDots, type EntityId } from './Dot.ts'
import { definitionOf, type KindDefinition, type KindTable } from './KindTable.ts'
import { capturesFolded, createHolder, lateDotOf, lateEntity, place } from './lateLane.ts'
import type { FoldableOperation } from './Operation.ts'
import { readBody } from './readBody.ts'
import { citedHeads, type SignOff } from './SignOff.ts'
import { placements, type CurrentValue, type EntityState, type StreamState } from './StreamState.ts'

export interface FoldOutcome {
  /** The entities that changed; for an operation that went to the late lane, its `lateEntity`. */
  readonly changed: ReadonlySet<EntityId>
  /**
   * True where a sign-off or a placement holds back something that was folded in before: the state is then no longer what its
   * operations amount to, and the caller folds all of them again from the beginning [M14].
   */
  readonly needsRefold: boolean
}

/**
 * Applies operations to the state in place. One of an unknown kind, a newer version or an unreadable body changes nothing visible
 * and is kept as opaque [M9]; one that a sign-off in force had not seen is kept in the late lane [M14].
 */
export function foldOperations(
  state: StreamState,
  operations: Iterable<FoldableOperation>,
  kinds: KindTable,
): FoldOutcome {
  const batch = asList(operations)
  const changed = new Set<EntityId>()
  const acts = batch.filter(isActOf(kinds))
  // Acts first: what they hold back must not be folded in, whichever came first in the batch.
  const needsRefold = acts.length > 0 && foldActs(state, acts, { kinds, changed })
  foldAll(state, batch, { kinds, changed })
  return { changed, needsRefold }
}

function asList<Value>(values: Iterable<Value>): readonly Value[] {
  return Array.isArray(values) ? (values as readonly Value[]) : [...values]
}

/** A log has thousands of operations and a handful of kinds: each is looked up once. */
function isActOf(kinds: KindTable): (operation: FoldableOperation) => boolean {
  const acts = new Map<string, boolean>()
  return ({ kind }) => {
    const known = acts.get(kind)
    if (known !== undefined) return known
    const isAct = definitionOf(kinds, kind)?.act !== undefined
    acts.set(kind, isAct)
    return isAct
  }
}

interface Folding {
  readonly kinds: KindTable
  readonly changed: Set<EntityId>
}

function foldAll(state: StreamState, operations: readonly FoldableOperation[], folding: Folding): void {
  const isHeld = state.signOffs.size === 0 ? undefined : createHolder(state)
  for (const operation of operations) {
    if ((state.heads.get(operation.device) ?? 0) < operation.n) state.heads.set(operation.device, operation.n)
    const write = readWrite(operation, folding.kinds)
    if (write === undefined) {
      state.opaque.set(operation.dot, kept(operation))
      continue
    }
    if (state.opaque.size > 0) state.opaque.delete(operation.dot)
    if ((state.kinds.get(operation.kind) ?? 0) < operation.v) state.kinds.set(operation.kind, operation.v)
    if (isHeld !== undefined && write.definition.isSealed === true && isHeld(operation)) {
      hold(state, operation, folding.changed)
      continue
    }
    applyWrite(state, operation, { write, changed: folding.changed })
  }
}

function hold(state: StreamState, operation: FoldableOperation, changed: Set<EntityId>): void {
  if (state.late.has(operation.dot)) return
  state.late.set(operation.dot, kept(operation))
  changed.add(lateEntity(operation.dot))
}

/** Takes in the acts, then lets act what no longer waits. Returns whether the caller must fold again. */
function foldActs(state: StreamState, acts: readonly FoldableOperation[], folding: Folding): boolean {
  const fresh = { signOffs: [] as SignOff[], setAside: [] as FoldableOperation['dot'][] }
  for (const operation of acts) {
    const write = readWrite(operation, folding.kinds)
    if (write === undefined) continue
    applyWrite(state, operation, { write, changed: folding.changed })
    const { dot, device, n, entity } = operation
    if (write.definition.act === 'sign-off' && !state.signOffs.has(dot)) {
      const signOff = { dot, device, n, entity, heads: citedHeads(write.current.body) ?? new Map() }
      state.signOffs.set(dot, signOff)
      fresh.signOffs.push(signOff)
    }
    const late = write.definition.act === 'placement' ? lateDotOf(entity) : undefined
    const placement = late && placementOf(write.current.body)
    if (late !== undefined && placement !== undefined && place(state, late, placement)) {
      if (placement === 'set-aside') fresh.setAside.push(late)
      folding.changed.add(entity)
    }
  }
  const needsRefold = capturesFolded(state, fresh)
  release(state, folding)
  return needsRefold
}

function placementOf(body: unknown): (typeof placements)[number] | undefined {
  const said = typeof body === 'object' && body !== null && 'placement' in body ? body.placement : undefined
  return placements.find((placement) => placement === said)
}

function release(state: StreamState, folding: Folding): void {
  if (state.late.size === 0) return
  const isHeld = createHolder(state)
  const released = [...state.late.values()].filter((operation) => !isHeld(operation))
  for (const { dot } of released) {
    state.late.delete(dot)
    folding.changed.add(lateEntity(dot))
  }
  foldAll(state, released, folding)
}

interface RegisterWrite {
  readonly definition: KindDefinition<unknown>
  readonly current: CurrentValue
}

function readWrite(operation: FoldableOperation, kinds: KindTable): RegisterWrite | undefined {
  const definition = definitionOf(kinds, operation.kind)
  if (definition === undefined || entityType(operation.entity) !== definition.entity) return undefined
  const { dot, v, kind, author, device, at, offset } = operation
  const body = readBody(definition, v, operation.body)
  if (body === undefined) return undefined
  return { definition, current: { dot, kind, body, v, recorded: operation.body, author, device, at, offset } }
}

/** The parts that folding needs, and no more: what is kept is the same whether it came from the log or from a packed state. */
function kept({ dot, v, device, n, kind, entity, supersedes, author, at, offset, body }: FoldableOperation) {
  return { dot, v, device, n, kind, entity, supersedes, author, at, offset, body } satisfies FoldableOperation
}

interface Writing {
  readonly write: RegisterWrite
  readonly changed: Set<EntityId>
}

function applyWrite(state: StreamState, operation: FoldableOperation, { write, changed }: Writing): void {
  const before = state.entities.get(operation.entity)
  const after = applyOperation(before ?? emptyEntity(operation.entity), operation, write)
  if (after === before) return
  state.entities.set(operation.entity, after)
  changed.add(operation.entity)
}

function applyOperation(entity: EntityState, operation: FoldableOperation, write: RegisterWrite): EntityState {
  const { register } = write.definition
  const isSuperseded = entity.superseded.has(operation.dot)
  const present = entity.registers.get(register) ?? []
  const isKnown = isSuperseded || present.some((value) => value.dot === operation.dot)
  const fresh = operation.supersedes.filter((dot) => dot !== operation.dot && !entity.superseded.has(dot))
  if (isKnown && fresh.length === 0) return entity

  const superseded = fresh.length === 0 ? entity.superseded : new Set([...entity.superseded, ...fresh])
  const registers = new Map(entity.registers)
  if (!isKnown)
    registers.set(
      register,
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
export function entityType(entity: EntityId): string {
  const colon = entity.indexOf(':')
  return colon === -1 ? entity : entity.slice(0, colon)
}

function emptyEntity(id: EntityId): EntityState {
  return { id, registers: new Map(), superseded: new Set() }
}
