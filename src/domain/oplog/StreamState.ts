// What a stream's operations amount to: per entity its registers with their current values. Built by `foldOperations` alone.
import type { DeviceId, Dot, EntityId, PersonId } from './Dot.ts'
import type { FoldableOperation } from './Operation.ts'
import type { SignOff } from './SignOff.ts'

/** One current value of a register: an operation that no known operation supersedes [M4]. */
export interface CurrentValue {
  readonly dot: Dot
  readonly kind: string
  /** Parsed by the kind's parser. */
  readonly body: unknown
  /** The version and the body as they were recorded: what another release reads in its own way [M13]. */
  readonly v: number
  readonly recorded: unknown
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

/** `taken`: acts like any other operation. `set-aside`: kept, and never acts. */
export const placements = ['taken', 'set-aside'] as const
export type Placement = (typeof placements)[number]

export interface StreamState {
  readonly entities: Map<EntityId, EntityState>
  /** Operations that this release cannot read, kept for a later one [M9]. */
  readonly opaque: Map<Dot, FoldableOperation>
  /** The highest n folded of every device, whether it acts, waits or is opaque. */
  readonly heads: Map<DeviceId, number>
  /** The kinds folded so far, each with the newest version of its bodies: a release that lacks one would have folded otherwise [M17]. */
  readonly kinds: Map<string, number>
  /** Every sign-off ever seen, superseded ones included: an operation stays aside after a reopening only if one had not seen it. */
  readonly signOffs: Map<Dot, SignOff>
  /** What was decided about late operations; once `taken`, always taken [M16]. */
  readonly placed: Map<Dot, Placement>
  /** The late lane: operations that do not act, waiting or set aside [M14]. */
  readonly late: Map<Dot, FoldableOperation>
}

export function emptyStreamState(): StreamState {
  return {
    entities: new Map(),
    opaque: new Map(),
    heads: new Map(),
    kinds: new Map(),
    signOffs: new Map(),
    placed: new Map(),
    late: new Map(),
  }
}
