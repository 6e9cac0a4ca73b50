// Reads a packed state back. Never trusts and never throws: what does not unpack is folded again from the log.
import {
  formatDot,
  isDeviceId,
  isDot,
  isEntityId,
  isPersonId,
  type DeviceId,
  type Dot,
  type EntityId,
  type PersonId,
} from './Dot.ts'
import { entityType, foldOperations } from './foldOperations.ts'
import { definitionOf, type KindTable } from './KindTable.ts'
import type { FoldableOperation } from './Operation.ts'
import { packedStateFormat } from './packState.ts'
import { firstBodyVersion, newestVersionOf, readBody } from './readBody.ts'
import type { SignOff } from './SignOff.ts'
import { emptyStreamState, placements, type CurrentValue, type EntityState, type StreamState } from './StreamState.ts'

export interface Unpacking {
  readonly kinds: KindTable
  /** True only for what this very release has packed: its bodies are then taken as they were read, without reading them again. */
  readonly isOfThisRelease: boolean
}

/**
 * Undefined for another format, for anything that `packState` cannot have written, and for a state that this release would have
 * folded differently: a value of a newer release for example [M17].
 */
export function unpackState(packed: unknown, unpacking: Unpacking): StreamState | undefined {
  if (!isRecord(packed) || packed['format'] !== packedStateFormat) return undefined
  const names = readNames(packed['names'])
  const state = names && readState(packed, { names, ...unpacking })
  if (state === undefined || unpacking.isOfThisRelease) return state
  return foldKeptAgain(state, unpacking.kinds)
}

/** What the packer could not read, and what it held back, is judged anew: this release may know the kinds. */
function foldKeptAgain(state: StreamState, kinds: KindTable): StreamState | undefined {
  const kept = [...state.opaque.values(), ...state.late.values()]
  state.opaque.clear()
  state.late.clear()
  return foldOperations(state, kept, kinds).needsRefold ? undefined : state
}

/** The names as what they may stand for, looked at once each: a large audit cites a handful of them thousands of times. */
interface Names {
  readonly texts: readonly string[]
  readonly devices: readonly (DeviceId | undefined)[]
  readonly people: readonly (PersonId | undefined)[]
}

interface Reading extends Unpacking {
  readonly names: Names
}

function readNames(raw: unknown): Names | undefined {
  if (!Array.isArray(raw) || !raw.every((name) => typeof name === 'string')) return undefined
  return {
    texts: raw,
    devices: raw.map((name) => (isDeviceId(name) ? name : undefined)),
    people: raw.map((name) => (isPersonId(name) ? name : undefined)),
  }
}

function readState(packed: Readonly<Record<string, unknown>>, reading: Reading): StreamState | undefined {
  const { entities, opaque, late, signOffs, placed, heads, kinds } = packed
  const { names } = reading
  const state = emptyStreamState()
  const isRead =
    readEach(
      entities,
      (raw) => unpackEntity(raw, reading),
      (entity) => state.entities.set(entity.id, entity),
    ) &&
    readEach(
      opaque,
      (raw) => unpackOperation(raw, names),
      (operation) => state.opaque.set(operation.dot, operation),
    ) &&
    readEach(
      late,
      (raw) => unpackOperation(raw, names),
      (operation) => state.late.set(operation.dot, operation),
    ) &&
    readEach(
      signOffs,
      (raw) => unpackSignOff(raw, names),
      (signOff) => state.signOffs.set(signOff.dot, signOff),
    ) &&
    readEach(
      placed,
      (raw) => unpackPlaced(raw, names),
      ([dot, placement]) => state.placed.set(dot, placement),
    ) &&
    readHeads(heads, names, (device, n) => state.heads.set(device, n)) &&
    readKinds(kinds, reading, (kind, v) => state.kinds.set(kind, v))
  return isRead ? state : undefined
}

function readEach<Value>(raw: unknown, unpack: (raw: unknown) => Value | undefined, keep: (value: Value) => void) {
  if (!isList(raw)) return false
  for (let at = 0; at < raw.length; at += 1) {
    const value = unpack(raw[at])
    if (value === undefined) return false
    keep(value)
  }
  return true
}

// Below, arrays are read by index: a page that has just started interprets this code, and there taking them apart costs twice as much.

function unpackEntity(raw: unknown, reading: Reading): EntityState | undefined {
  if (!Array.isArray(raw)) return undefined
  const list: readonly unknown[] = raw
  const id = list[0]
  if (typeof id !== 'string' || !isEntityId(id)) return undefined
  const registers = unpackRegisters(list[1], id, reading)
  const superseded = unpackSuperseded(list[2], reading.names)
  return registers && superseded && { id, registers, superseded }
}

/** Most entities have never been changed, and a set that nobody may change serves them all. */
const nothing: ReadonlySet<Dot> = new Set()

function unpackSuperseded(raw: unknown, names: Names): ReadonlySet<Dot> | undefined {
  if (Array.isArray(raw) && raw.length === 0) return nothing
  const dots = unpackDots(raw, names)
  return dots && new Set(dots)
}

function unpackRegisters(
  raw: unknown,
  entity: EntityId,
  reading: Reading,
): Map<string, readonly CurrentValue[]> | undefined {
  if (!Array.isArray(raw)) return undefined
  const list: readonly unknown[] = raw
  const registers = new Map<string, readonly CurrentValue[]>()
  for (let at = 0; at < list.length; at += 1) {
    const packed = list[at]
    if (!isList(packed)) return undefined
    const name = textAt(reading.names, packed[0])
    const values = unpackValues(packed[1], reading)
    if (name === undefined || values === undefined) return undefined
    if (
      !reading.isOfThisRelease &&
      !values.every((value) => isAtHome(value, { entity, register: name }, reading.kinds))
    )
      return undefined
    registers.set(name, values)
  }
  return registers
}

/** Whether this release, too, would have put the value there. */
function isAtHome(value: CurrentValue, at: { entity: EntityId; register: string }, kinds: KindTable): boolean {
  const definition = definitionOf(kinds, value.kind)
  return definition?.register === at.register && definition.entity === entityType(at.entity)
}

function unpackValues(raw: unknown, reading: Reading): readonly CurrentValue[] | undefined {
  if (!isList(raw)) return undefined
  const first = unpackValue(raw[0], reading)
  if (first === undefined) return undefined
  const values = [first]
  for (let at = 1; at < raw.length; at += 1) {
    const value = unpackValue(raw[at], reading)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

function unpackValue(raw: unknown, reading: Reading): CurrentValue | undefined {
  if (!isList(raw) || raw.length < 7 || raw.length > 9) return undefined
  const { names } = reading
  const device = deviceAt(names, raw[0])
  const n = raw[1]
  const kind = textAt(names, raw[2])
  const author = personAt(names, raw[3])
  if (device === undefined || !isCount(n) || kind === undefined || author === undefined) return undefined
  const at = raw[4]
  const offset = raw[5]
  if (typeof at !== 'string' || (offset !== null && typeof offset !== 'number')) return undefined
  const recorded = raw[6]
  const v = raw.length > 7 ? raw[7] : firstBodyVersion
  if (!isCount(v)) return undefined
  const packedBody = raw.length > 8 ? raw[8] : recorded
  const body = reading.isOfThisRelease ? packedBody : readAnew(reading.kinds, { kind, v, recorded })
  if (body === undefined) return undefined
  return { dot: `${device}:${n}` as Dot, kind, body, v, recorded, author, device, at, offset }
}

function readAnew(kinds: KindTable, { kind, v, recorded }: { kind: string; v: number; recorded: unknown }): unknown {
  const definition = definitionOf(kinds, kind)
  return definition && readBody(definition, v, recorded)
}

function unpackOperation(raw: unknown, names: Names): FoldableOperation | undefined {
  if (!isList(raw) || raw.length < 9 || raw.length > 10) return undefined
  const device = deviceAt(names, raw[0])
  const n = raw[1]
  const v = raw[2]
  const kind = textAt(names, raw[3])
  const entity = raw[4]
  const author = personAt(names, raw[5])
  if (device === undefined || !isCount(n) || !isCount(v) || kind === undefined || author === undefined) return undefined
  const at = raw[6]
  const offset = raw[7]
  const supersedes = unpackDots(raw[8], names)
  if (typeof at !== 'string' || (offset !== null && typeof offset !== 'number')) return undefined
  if (typeof entity !== 'string' || !isEntityId(entity) || supersedes === undefined) return undefined
  return { dot: formatDot(device, n), v, device, n, kind, entity, supersedes, author, at, offset, body: raw[9] }
}

function unpackSignOff(raw: unknown, names: Names): SignOff | undefined {
  if (!isList(raw)) return undefined
  const device = deviceAt(names, raw[0])
  const n = raw[1]
  const entity = raw[2]
  if (device === undefined || !isCount(n) || typeof entity !== 'string' || !isEntityId(entity)) return undefined
  const heads = new Map<DeviceId, number>()
  if (!readHeads(raw[3], names, (cited, seen) => heads.set(cited, seen))) return undefined
  return { dot: formatDot(device, n), device, n, entity, heads }
}

function unpackPlaced(raw: unknown, names: Names): readonly [Dot, (typeof placements)[number]] | undefined {
  if (!isList(raw)) return undefined
  const dot = unpackDot(raw[0], raw[1], names)
  const placement = placements.find((known) => known === raw[2])
  return dot && placement && [dot, placement]
}

function readHeads(raw: unknown, names: Names, keep: (device: DeviceId, n: number) => void): boolean {
  if (!isList(raw) || raw.length % 2 !== 0) return false
  for (let at = 0; at < raw.length; at += 2) {
    const device = deviceAt(names, raw[at])
    const n = raw[at + 1]
    if (device === undefined || !isCount(n)) return false
    keep(device, n)
  }
  return true
}

/** False also where this release does not know one of them, in its newest version. */
function readKinds(raw: unknown, { names, ...unpacking }: Reading, keep: (kind: string, v: number) => void): boolean {
  if (!isList(raw) || raw.length % 2 !== 0) return false
  for (let at = 0; at < raw.length; at += 2) {
    const kind = textAt(names, raw[at])
    const v = raw[at + 1]
    if (kind === undefined || !isCount(v)) return false
    if (!unpacking.isOfThisRelease && v > newestVersionOf(unpacking.kinds, kind)) return false
    keep(kind, v)
  }
  return true
}

function unpackDots(raw: unknown, names: Names): Dot[] | undefined {
  if (!isList(raw) || raw.length % 2 !== 0) return undefined
  const dots: Dot[] = []
  for (let at = 0; at < raw.length; at += 2) {
    const dot = unpackDot(raw[at], raw[at + 1], names)
    if (dot === undefined) return undefined
    dots.push(dot)
  }
  return dots
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

function deviceAt(names: Names, place: unknown): DeviceId | undefined {
  return typeof place === 'number' ? names.devices[place] : undefined
}

function personAt(names: Names, place: unknown): PersonId | undefined {
  return typeof place === 'number' ? names.people[place] : undefined
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
