// The late lane as a person places it: what one device's author entered about one thing without having seen the sign-off.
import { auditKinds, type AuditBodies, type AuditKind } from './auditKinds.ts'
import type { DeviceId, Dot, EntityId, PersonId } from '../oplog/Dot.ts'
import { definitionOf } from '../oplog/KindTable.ts'
import { lateEntity } from '../oplog/lateLane.ts'
import type { FoldableOperation } from '../oplog/Operation.ts'
import { readBody } from '../oplog/readBody.ts'
import { readRegister, type Register, type RegisterValue } from '../oplog/Register.ts'
import type { StreamState } from '../oplog/StreamState.ts'
import { must } from '../must.ts'

/** What one register would change to; `after` is what its author left there last. */
export interface LateChange {
  readonly register: string
  readonly before: Register<AuditKind, AuditBodies>
  readonly after: RegisterValue<AuditKind, AuditBodies>['content']
}

export interface LateEntry {
  readonly key: string
  readonly entity: EntityId
  readonly device: DeviceId
  readonly author: PersonId
  /** When the last of it was entered, by the tablet's clock [M10]. */
  readonly at: string
  readonly offset: number | null
  /** All operations of it, in the order in which they were entered: they are placed together. */
  readonly dots: readonly Dot[]
  readonly changes: readonly LateChange[]
  /** Undefined while it waits. */
  readonly placement: LatePlacement | undefined
}

/** What was decided, by whom and why. */
export type LatePlacement = RegisterValue<'late-entry-placed', AuditBodies>

/** Waiting entries and those set aside, each in the order of devices and of entering. */
export function listLate(state: StreamState): readonly LateEntry[] {
  const groups = new Map<string, FoldableOperation[]>()
  for (const operation of state.late.values()) {
    // An operation that acts has replaced it: nothing is left to decide.
    if (state.entities.get(operation.entity)?.superseded.has(operation.dot) === true) continue
    const { entity, device, author, dot } = operation
    const key = `${state.placed.get(dot) ?? 'waiting'} ${device} ${author} ${entity}`
    groups.set(key, [...(groups.get(key) ?? []), operation])
  }
  return [...groups]
    .map(([key, operations]) => lateEntry(state, key, operations))
    .sort((a, b) => (a.device === b.device ? firstN(a) - firstN(b) : a.device < b.device ? -1 : 1))
}

function lateEntry(state: StreamState, key: string, unordered: readonly FoldableOperation[]): LateEntry {
  const operations = [...unordered].sort((a, b) => a.n - b.n)
  const last = must(operations.at(-1), 'a late operation')
  const { entity, device, author, at, offset } = last
  const dots = operations.map(({ dot }) => dot)
  return {
    key,
    entity,
    device,
    author,
    at,
    offset,
    dots,
    changes: changesOf(state, operations),
    placement: placementOf(state, last.dot),
  }
}

function changesOf(state: StreamState, operations: readonly FoldableOperation[]): readonly LateChange[] {
  const changes = new Map<string, LateChange>()
  for (const { entity, kind, v, body } of operations) {
    const definition = definitionOf(auditKinds, kind)
    const read = definition && readBody(definition, v, body)
    // The fold read it before it held it back; should it not be readable now, the next fold moves it to the opaque ones.
    if (definition === undefined || read === undefined) continue
    const { register } = definition
    const before = readRegister<AuditKind, AuditBodies>(state.entities.get(entity), register)
    // The kind's parser made the body; the union of contents cannot express that link.
    changes.set(register, { register, before, after: { kind, body: read } as LateChange['after'] })
  }
  return [...changes.values()]
}

function placementOf(state: StreamState, dot: Dot): LatePlacement | undefined {
  return readRegister<'late-entry-placed', AuditBodies>(state.entities.get(lateEntity(dot)), 'placement').values[0]
}

function firstN({ dots }: LateEntry): number {
  return Number(dots[0]?.split(':')[1])
}
