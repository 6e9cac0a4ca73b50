// Packs a folded state into compact plain JSON for snapshots. Only a cache: whatever does not unpack is folded again from the log.
import {
  formatDot,
  isDeviceId,
  isDot,
  isEntityId,
  isPersonId,
  splitDot,
  type DeviceId,
  type Dot,
  type EntityId,
  type PersonId,
} from './Dot.ts'
import { emptyStreamState, type CurrentValue, type EntityState, type StreamState } from './StreamState.ts'

/** Raise it with every change of the packed form; older snapshots are then folded anew. */
const packedStateFormat = 1

type PackedDot = readonly [name: number, n: number]
type PackedValue = readonly [
  device: number,
  n: number,
  kind: number,
  author: number,
  at: string,
  offset: number | null,
  body: unknown,
]
/** `superseded` is flat: device, n, device, n … */
type PackedEntity = readonly [id: string, registers: readonly PackedRegister[], superseded: readonly number[]]
type PackedRegister = readonly [name: number, values: readonly PackedValue[]]

/** Names (devices, authors, kinds, registers) are written once, in `names`, and cited by their place. */
export interface PackedState {
  readonly format: number
  readonly names: readonly string[]
  readonly entities: readonly PackedEntity[]
  readonly opaque: readonly (readonly [dot: PackedDot, kind: number, entity: string])[]
}

export function packState(state: StreamState): PackedState {
  const names = new Map<string, number>()
  const place = (name: string): number => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  const entities = [...state.entities.values()].map((entity) => packEntity(entity, place))
  const opaque = [...state.opaque].map(([dot, { kind, entity }]) => [packDot(dot, place), place(kind), entity] as const)
  return { format: packedStateFormat, names: [...names.keys()], entities, opaque }
}

type Place = (name: string) => number

function packEntity(entity: EntityState, place: Place): PackedEntity {
  const registers = [...entity.registers].map(
    ([name, values]) => [place(name), values.map((value) => packValue(value, place))] as const,
  )
  return [entity.id, registers, [...entity.superseded].flatMap((dot) => packDot(dot, place))]
}

function packValue(value: CurrentValue, place: Place): PackedValue {
  const [device, n] = packDot(value.dot, place)
  return [device, n, place(value.kind), place(value.author), value.at, value.offset, value.body]
}

function packDot(dot: Dot, place: Place): PackedDot {
  const { device, n } = splitDot(dot)
  return [place(device), n]
}

/** Undefined for another format and for anything that `packState` cannot have written. */
export function unpackState(packed: unknown): StreamState | undefined {
  if (!isRecord(packed) || packed['format'] !== packedStateFormat) return undefined
  const { entities, opaque } = packed
  const names = readNames(packed['names'])
  if (names === undefined || !Array.isArray(entities) || !Array.isArray(opaque)) return undefined
  const state = emptyStreamState()
  for (const raw of entities as readonly unknown[]) {
    const entity = unpackEntity(raw, names)
    if (entity === undefined) return undefined
    state.entities.set(entity.id, entity)
  }
  return unpackOpaque(state, opaque, names) ? state : undefined
}

/** The names as what they may stand for, looked at once each: a large audit cites a handful of them thousands of times. */
interface Names {
  readonly texts: readonly string[]
  readonly devices: readonly (DeviceId | undefined)[]
  readonly people: readonly (PersonId | undefined)[]
}

function readNames(raw: unknown): Names | undefined {
  if (!Array.isArray(raw) || !raw.every((name) => typeof name === 'string')) return undefined
  return {
    texts: raw,
    devices: raw.map((name) => (isDeviceId(name) ? name : undefined)),
    people: raw.map((name) => (isPersonId(name) ? name : undefined)),
  }
}

// Below, arrays are read by index: a page that has just started interprets this code, and there taking them apart costs twice as much.

function unpackEntity(raw: unknown, names: Names): EntityState | undefined {
  if (!isList(raw)) return undefined
  const id = raw[0]
  if (typeof id !== 'string' || !isEntityId(id)) return undefined
  const registers = unpackRegisters(raw[1], names)
  const superseded = unpackDots(raw[2], names)
  return registers && superseded && { id, registers, superseded }
}

function unpackRegisters(raw: unknown, names: Names): Map<string, readonly CurrentValue[]> | undefined {
  if (!isList(raw)) return undefined
  const registers = new Map<string, readonly CurrentValue[]>()
  for (let at = 0; at < raw.length; at += 1) {
    const packed = raw[at]
    if (!isList(packed)) return undefined
    const name = textAt(names, packed[0])
    const values = unpackValues(packed[1], names)
    if (name === undefined || values === undefined) return undefined
    registers.set(name, values)
  }
  return registers
}

function unpackValues(raw: unknown, names: Names): readonly CurrentValue[] | undefined {
  if (!isList(raw) || raw.length === 0) return undefined
  const values: CurrentValue[] = []
  for (let at = 0; at < raw.length; at += 1) {
    const value = unpackValue(raw[at], names)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

function unpackValue(raw: unknown, names: Names): CurrentValue | undefined {
  if (!isList(raw) || raw.length !== 7) return undefined
  const device = typeof raw[0] === 'number' ? names.devices[raw[0]] : undefined
  const n = raw[1]
  const kind = textAt(names, raw[2])
  const author = typeof raw[3] === 'number' ? names.people[raw[3]] : undefined
  if (device === undefined || !isCount(n) || kind === undefined || author === undefined) return undefined
  const at = raw[4]
  const offset = raw[5]
  if (typeof at !== 'string' || (offset !== null && typeof offset !== 'number')) return undefined
  return { dot: formatDot(device, n), kind, body: raw[6], author, device, at, offset }
}

function unpackDots(raw: unknown, names: Names): Set<Dot> | undefined {
  if (!isList(raw) || raw.length % 2 !== 0) return undefined
  const dots = new Set<Dot>()
  for (let at = 0; at < raw.length; at += 2) {
    const dot = unpackDot(raw[at], raw[at + 1], names)
    if (dot === undefined) return undefined
    dots.add(dot)
  }
  return dots
}

function unpackOpaque(state: StreamState, raw: readonly unknown[], names: Names): boolean {
  for (const packed of raw) {
    if (!Array.isArray(packed)) return false
    const [packedDot, kindPlace, entity] = packed as readonly unknown[]
    if (!Array.isArray(packedDot)) return false
    const dot = unpackDot(packedDot[0], packedDot[1], names)
    const kind = textAt(names, kindPlace)
    if (dot === undefined || kind === undefined || typeof entity !== 'string' || !isEntityId(entity)) return false
    state.opaque.set(dot, { kind, entity: entity satisfies EntityId })
  }
  return true
}

function unpackDot(place: unknown, n: unknown, names: Names): Dot | undefined {
  const device = textAt(names, place)
  if (device === undefined || !isCount(n)) return undefined
  // Superseded dots come from other devices' texts, so their form is checked as a whole.
  const dot = `${device}:${String(n)}`
  return isDot(dot) ? dot : undefined
}

function textAt(names: Names, place: unknown): string | undefined {
  return typeof place === 'number' ? names.texts[place] : undefined
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
