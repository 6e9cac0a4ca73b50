// Reads the operations after a position, opened and parsed: shared pages in version order, then this device's own that no page holds yet.
import { emptyStreamRow, originPosition, positionOf } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { LocalDexie } from './LocalDexie.ts'
import type {
  BaseRow,
  OperationRow,
  RelayRow,
  SegmentRow,
  SnapshotRow,
  StreamPosition,
  StreamRow,
} from './LocalRows.ts'
import { unpackOperations, type KeptOperation } from './packOperations.ts'
import { readNatively } from './readNatively.ts'
import { operationPlace, segmentPlace } from './rowPlaces.ts'
import { openText } from './sealText.ts'
import { formatDot, type Dot, type StreamId } from '../domain/oplog/Dot.ts'
import type { EncodedOperation, Operation } from '../domain/oplog/Operation.ts'
import { parseHeader, parseOperation } from '../domain/oplog/parseOperation.ts'

/** What could not be read. Everything else of the stream was. */
export type Damage =
  /** A page: the stream is fetched anew by itself. */
  | { readonly what: 'segment'; readonly generation: number; readonly from: number; readonly to: number }
  /** The state that stands for the first versions: the same. */
  | { readonly what: 'base'; readonly generation: number; readonly version: number }
  /** An own operation that the server does not have yet: only a person or an export can help. */
  | { readonly what: 'own-operation'; readonly n: number; readonly status: OperationRow['status'] }
  /** An operation of the server's log that is none; the server has it, and nothing is lost here. */
  | { readonly what: 'unreadable'; readonly version: number }

/** What was refused with one of these does not count, as if it had never been written: what it claims to have seen is not so. */
export const uncountedCodes: readonly string[] = ['stale-heads']

/**
 * The same of what was handed back for others. A fork: the server has something else of the device under these numbers. It keeps this
 * aside, and whoever wrote it writes it once more as another device; counted here, it would be seen on this tablet alone.
 */
export const uncountedRelayCodes: readonly string[] = [...uncountedCodes, 'fork']

export interface LogRows {
  readonly row: StreamRow
  readonly segments: readonly SegmentRow[]
  readonly own: readonly OperationRow[]
  /** Runs of others that the server refused when they were handed back to it; none where one log is all there is. */
  readonly refused: readonly RelayRow[]
}

export interface OpenedSegment {
  readonly generation: number
  /** Version of the first operation. */
  readonly from: number
  readonly operations: readonly KeptOperation[]
}

/** All rows after the position, of one moment. */
export function readLogRows(db: LocalDatabase, stream: StreamId, after: StreamPosition): Promise<LogRows> {
  const { dexie } = db
  return dexie.transaction('r', dexie.streams, dexie.segments, dexie.operations, dexie.relays, async () => {
    const [found, segments, own] = await Promise.all([
      dexie.streams.get(stream),
      segmentsAfter(dexie, stream, after),
      ownAfter(dexie, stream, after),
    ])
    const row = found ?? emptyStreamRow(stream)
    const relays = hasOlderPages(row) ? await dexie.relays.toArray() : []
    return { row, segments, own, refused: refusedOf(relays, stream) }
  })
}

/** The older operations between the position and now are gone, or no longer count: only a new opening leads on from there. */
export function isBehind(row: StreamRow, { generation, cursor, refolds }: StreamPosition): boolean {
  if (refolds !== row.refolds) return true
  return row.base > 0 && (generation < row.generation || cursor < row.base)
}

export interface OpeningRows extends LogRows {
  readonly snapshot: SnapshotRow | undefined
  /** Newest generation first; empty where a snapshot spares them. */
  readonly bases: readonly BaseRow[]
}

const openingStores = ['snapshots', 'bases', 'streams', 'segments', 'operations', 'relays']

/** The snapshot and all rows after it, of one moment; without a snapshot that fits, everything from the beginning. */
export function readOpeningRows(db: LocalDatabase, stream: StreamId, use: 'snapshot' | 'log'): Promise<OpeningRows> {
  const { keyRange } = db.dexie
  return readNatively(db.dexie, openingStores, async (transaction, read) => {
    const all = <Row>(store: string, low: IDBValidKey, high: IDBValidKey) =>
      read(transaction.objectStore(store).getAll(keyRange.bound(low, high)) as IDBRequest<Row[]>)
    const one = <Row>(store: string) => read(transaction.objectStore(store).get(stream) as IDBRequest<Row | undefined>)
    const [found, stored] = await Promise.all([
      one<StreamRow>('streams'),
      use === 'snapshot' ? one<SnapshotRow>('snapshots') : undefined,
    ])
    const row = found ?? emptyStreamRow(stream)
    const snapshot = stored?.release === db.release && !isBehind(row, stored) ? stored : undefined
    const { generation, cursor, own: last } = snapshot ?? originPosition
    const [segments, own, bases] = await Promise.all([
      all<SegmentRow>('segments', [stream, generation, cursor + 1], [stream, Infinity, Infinity]),
      all<OperationRow>('operations', [stream, last + 1], [stream, Infinity]),
      snapshot === undefined ? all<BaseRow>('bases', [stream, 0], [stream, Infinity]) : [],
    ])
    const relays = hasOlderPages(row)
      ? await read(transaction.objectStore('relays').getAll() as IDBRequest<RelayRow[]>)
      : []
    return { row, segments, own, refused: refusedOf(relays, stream), snapshot, bases: bases.reverse() }
  })
}

/** Pages of an earlier log of the server are still here: only then may they hold what it refused since. */
function hasOlderPages({ oldest, generation }: StreamRow): boolean {
  return oldest < generation
}

function refusedOf(relays: readonly RelayRow[], stream: StreamId): readonly RelayRow[] {
  return relays.filter((relay) => relay.stream === stream && uncountedRelayCodes.includes(relay.code))
}

export function basesOf(dexie: LocalDexie, stream: StreamId): PromiseLike<BaseRow[]> {
  return dexie.bases.where('[stream+generation]').between([stream, 0], [stream, Infinity]).reverse().toArray()
}

function segmentsAfter(dexie: LocalDexie, stream: StreamId, after: StreamPosition): PromiseLike<SegmentRow[]> {
  const key = '[stream+generation+to]'
  const [low, high] = [
    [stream, after.generation, after.cursor + 1],
    [stream, Infinity, Infinity],
  ]
  return dexie.segments.where(key).between(low, high).toArray()
}

function ownAfter(dexie: LocalDexie, stream: StreamId, after: StreamPosition): PromiseLike<OperationRow[]> {
  return dexie.operations
    .where('[stream+n]')
    .between([stream, after.own + 1], [stream, Infinity])
    .toArray()
}

export interface StreamLog {
  readonly operations: readonly Operation[]
  readonly position: StreamPosition
  readonly damaged: readonly Damage[]
}

/** Opens and parses rows; operations of a segment up to the position are left out. */
export async function openLog(db: LocalDatabase, rows: LogRows, after: StreamPosition): Promise<StreamLog> {
  const damaged: Damage[] = []
  const operations: Operation[] = []
  const counting = rows.own.filter(({ code }) => !uncountedCodes.includes(code))
  const isRefused = refusedSince(db, rows)
  const [segments, own] = await Promise.all([openSegments(db, rows.segments, damaged), openOwn(db, counting, damaged)])
  for (const segment of segments) {
    const skipped = segment.generation === after.generation ? Math.max(0, after.cursor + 1 - segment.from) : 0
    for (let index = skipped; index < segment.operations.length; index += 1) {
      const encoded = segment.operations[index]
      const operation = encoded && parseShared(encoded)
      if (encoded === undefined || operation === undefined)
        damaged.push({ what: 'unreadable', version: segment.from + index })
      else if (!isRefused(segment, encoded, operation)) operations.push(operation)
    }
  }
  for (const { operation } of own) operations.push(operation)
  return { operations, position: positionOf(rows.row), damaged }
}

/**
 * A page of an earlier log may hold an act that the server took before a restore, and refused when its device, or this one in its place,
 * handed it in once more: the later word counts. An act ends its run, so the refused one is the last of it; of a fork nothing counts.
 */
function refusedSince(db: LocalDatabase, { row, own, refused }: LogRows) {
  const hashes = new Map(own.filter(({ code }) => uncountedCodes.includes(code)).map(({ n, hash }) => [n, hash]))
  const handedBack = new Set(refused.flatMap(refusedDots))
  return ({ generation }: OpenedSegment, { header }: EncodedOperation, { n, dot }: Operation): boolean =>
    generation < row.generation && (handedBack.has(dot) || (hashes.has(n) && hashes.get(n) === db.sha256(header)))
}

function refusedDots({ device, from, to, code }: RelayRow): readonly Dot[] {
  const first = code === 'fork' ? from : to
  return Array.from({ length: to - first + 1 }, (_, index) => formatDot(device, first + index))
}

export async function openSegments(
  db: LocalDatabase,
  rows: readonly SegmentRow[],
  damaged: Damage[],
): Promise<OpenedSegment[]> {
  const opened = await Promise.all(rows.map((row) => openText(db, row.bytes, segmentPlace(row))))
  return rows.flatMap(({ generation, from, to }, index) => {
    const text = opened[index]
    const operations = text === undefined ? undefined : unpackOperations(text)
    if (operations?.length === to - from + 1) return [{ generation, from, operations }]
    damaged.push({ what: 'segment', generation, from, to })
    return []
  })
}

export interface OpenedOwn {
  readonly row: OperationRow
  readonly encoded: EncodedOperation
  readonly operation: Operation
}

export async function openOwn(
  db: LocalDatabase,
  rows: readonly OperationRow[],
  damaged: Damage[],
): Promise<OpenedOwn[]> {
  return (await openOwnTexts(db, rows)).flatMap(({ row, encoded }) => {
    const parsed = encoded && parseOperation(encoded)
    if (encoded !== undefined && parsed?.ok === true) return [{ row, encoded, operation: parsed.value }]
    damaged.push({ what: 'own-operation', n: row.n, status: row.status })
    return []
  })
}

interface OwnText {
  readonly row: OperationRow
  /** Undefined where the row is damaged. */
  readonly encoded: EncodedOperation | undefined
}

/** Without parsing them: they are as this device wrote them. */
export function openOwnTexts(db: LocalDatabase, rows: readonly OperationRow[]): Promise<OwnText[]> {
  return Promise.all(
    rows.map(async (row) => {
      const text = await openText(db, row.bytes, operationPlace(row))
      return { row, encoded: text === undefined ? undefined : unpackOperations(text)?.[0] }
    }),
  )
}

/** An operation whose text was lawfully erased keeps its header: its kind cannot read an absent body, so it folds as opaque [M9]. */
export function parseShared(encoded: EncodedOperation): Operation | undefined {
  const parsed = parseOperation(encoded)
  if (parsed.ok) return parsed.value
  const header = parseHeader(encoded.header)
  if (!header.ok) return undefined
  return { ...header.value, dot: formatDot(header.value.device, header.value.n), body: undefined }
}
