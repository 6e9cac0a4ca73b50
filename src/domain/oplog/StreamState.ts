// What a stream's operations amount to: per entity its registers with their current values. Built by `foldOperations` alone.
import type { DeviceId, Dot, EntityId, PersonId } from './Dot.ts'

/** One current value of a register: an operation that no known operation supersedes [M4]. */
export interface CurrentValue {
  readonly dot: Dot
  readonly kind: string
  /** Parsed by the kind's parser. */
  readonly body: unknown
  readonly author: PersonId
  readonly device: DeviceId
  readonly at: string
  readonly offset: number | null
}

/** Immutable: a change makes a new one, so a view can be cached by identity. */
export interface EntityState {
  readonly id: EntityId
  /** Register name → current values in dot order; a register without any is absent. */
  readonly registers: ReadonlyMap<string, readonly CurrentValue[]>
  /** Dots that operations of this entity supersede, also of operations not seen yet [M5]. */
  readonly superseded: ReadonlySet<Dot>
}

export interface StreamState {
  readonly entities: Map<EntityId, EntityState>
  /** Operations that this release cannot read, kept for a later one [M9]. */
  readonly opaque: Map<Dot, { readonly kind: string; readonly entity: EntityId }>
}

export function emptyStreamState(): StreamState {
  return { entities: new Map(), opaque: new Map() }
}
