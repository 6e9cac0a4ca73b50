// Packs a folded state into compact plain JSON that any release can read: values keep the body as it was recorded, and whatever does
// not act yet is kept whole. `unpackState` reads it back.
import { splitDot, type Dot } from './Dot.ts'
import { isSameJson } from './isSameJson.ts'
import type { FoldableOperation } from './Operation.ts'
import { firstBodyVersion } from './readBody.ts'
import type { SignOff } from './SignOff.ts'
import type { CurrentValue, EntityState, Placement, StreamState } from './StreamState.ts'

/** Raise it with every change of the packed form; other formats do not unpack, and the log is folded anew. */
export const packedStateFormat = 2

/** Flat: device, n, device, n … */
type PackedDots = readonly number[]
export type PackedValue = readonly [
  device: number,
  n: number,
  kind: number,
  author: number,
  at: string,
  offset: number | null,
  recorded: unknown,
  /** Left out where it is the first version and the body reads as it was recorded. */
  v?: number,
  /** Left out where the body reads as it was recorded. */
  body?: unknown,
]
type PackedRegister = readonly [name: number, values: readonly PackedValue[]]
type PackedEntity = readonly [id: string, registers: readonly PackedRegister[], superseded: PackedDots]
/** `body` is left out where it was erased. */
export type PackedOperation = readonly [
  device: number,
  n: number,
  v: number,
  kind: number,
  entity: string,
  author: number,
  at: string,
  offset: number | null,
  supersedes: PackedDots,
  body?: unknown,
]

/** Names (devices, authors, kinds, registers) are written once, in `names`, and cited by their place. */
export interface PackedState {
  readonly format: number
  readonly names: readonly string[]
  readonly entities: readonly PackedEntity[]
  readonly opaque: readonly PackedOperation[]
  readonly late: readonly PackedOperation[]
  readonly signOffs: readonly (readonly [device: number, n: number, entity: string, heads: PackedDots])[]
  readonly placed: readonly (readonly [device: number, n: number, placement: Placement])[]
  readonly heads: PackedDots
  /** Flat: kind, newest version … */
  readonly kinds: readonly number[]
}

type Place = (name: string) => number

export function packState(state: StreamState): PackedState {
  const names = new Map<string, number>()
  const place = (name: string): number => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  return {
    format: packedStateFormat,
    entities: [...state.entities.values()].map((entity) => packEntity(entity, place)),
    opaque: [...state.opaque.values()].map((operation) => packOperation(operation, place)),
    late: [...state.late.values()].map((operation) => packOperation(operation, place)),
    signOffs: [...state.signOffs.values()].map((signOff) => packSignOff(signOff, place)),
    placed: [...state.placed].map(([dot, placement]) => [...packDot(dot, place), placement] as const),
    heads: [...state.heads].flatMap(([device, n]) => [place(device), n]),
    kinds: [...state.kinds].flatMap(([kind, v]) => [place(kind), v]),
    // Last: the others fill it.
    names: [...names.keys()],
  }
}

function packEntity(entity: EntityState, place: Place): PackedEntity {
  const registers = [...entity.registers].map(
    ([name, values]) => [place(name), values.map((value) => packValue(value, place))] as const,
  )
  return [entity.id, registers, packDots(entity.superseded, place)]
}

function packValue(value: CurrentValue, place: Place): PackedValue {
  const [device, n] = packDot(value.dot, place)
  const { at, offset, body, recorded, v } = value
  const [kind, author] = [place(value.kind), place(value.author)]
  // Nearly always the same: then it is written once.
  if (!isSameJson(recorded, body)) return [device, n, kind, author, at, offset, recorded, v, body]
  if (v !== firstBodyVersion) return [device, n, kind, author, at, offset, recorded, v]
  return [device, n, kind, author, at, offset, recorded]
}

function packOperation(operation: FoldableOperation, place: Place): PackedOperation {
  const { device, n, v, kind, entity, author, at, offset, supersedes, body } = operation
  const dots = packDots(supersedes, place)
  const header = [place(device), n, v, place(kind), entity, place(author), at, offset, dots] as const
  return body === undefined ? header : [...header, body]
}

function packSignOff({ device, n, entity, heads }: SignOff, place: Place): PackedState['signOffs'][number] {
  return [place(device), n, entity, [...heads].flatMap(([cited, seen]) => [place(cited), seen])]
}

function packDots(dots: Iterable<Dot>, place: Place): PackedDots {
  return [...dots].flatMap((dot) => packDot(dot, place))
}

function packDot(dot: Dot, place: Place): readonly [device: number, n: number] {
  const { device, n } = splitDot(dot)
  return [place(device), n]
}
