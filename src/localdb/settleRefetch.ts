// Ends a refetch: the older generations go once the newest holds every operation of theirs that can still be read.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { BaseRow, RetiredRow, StreamRow } from './LocalRows.ts'
import { openBases } from './openBases.ts'
import type { KeptOperation } from './packOperations.ts'
import { basesOf, openSegments, uncountedCodes, type OpenedSegment } from './readStreamLog.ts'
import { segmentsOf } from './segmentsOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'
import type { KindTable } from '../domain/oplog/KindTable.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'

/** An operation of the older pages, with its place in its device's chain. */
export interface PlacedOperation {
  readonly device: DeviceId
  readonly n: number
  readonly encoded: KeptOperation
}

export interface RefetchOutcome {
  /** In the older pages and not in the server's log: they stay here until it has them again. */
  readonly lacking: readonly PlacedOperation[]
  /** Everything of the older pages, to find the signatures that prove what is lacking. */
  readonly older: readonly PlacedOperation[]
}

const settled: RefetchOutcome = { lacking: [], older: [] }

/** Nothing lacking: one generation is left. */
export async function settleRefetch(db: LocalDatabase, stream: StreamId, kinds: KindTable): Promise<RefetchOutcome> {
  const { dexie } = db
  const [row, segments, bases, retired] = await withLocalDatabase(db, () =>
    Promise.all([
      dexie.streams.get(stream),
      segmentsOf(db, stream),
      basesOf(dexie, stream),
      dexie.retired.filter((each) => each.stream === stream && isGivenUp(each)).toArray(),
    ]),
  )
  if (row === undefined || row.oldest === row.generation) return settled
  const opened = await openSegments(db, segments, [])
  const isNew = ({ generation }: { generation: number }) => generation === row.generation
  const [fresh, old] = [opened.filter(isNew), opened.filter((segment) => !isNew(segment))]
  const held = await coverageOf(db, { segments: fresh, bases: bases.filter(isNew), kinds })
  const needed = await coverageOf(db, { segments: [], bases: bases.filter((base) => !isNew(base)), kinds })
  const older = placesOf(old)
  const givenUp = new Set(retired.map(nameOf))
  const unheld = older.filter(
    (place) => !held.names.has(named(db, place)) && place.n > (held.heads.get(place.device) ?? 0),
  )
  const lacking = unheld.filter((place) => !givenUp.has(named(db, place)))
  const isBaseCovered = [...needed.heads].every(([device, n]) => n <= highest(held, device))
  if (lacking.length > 0 || !isBaseCovered) return { lacking, older }
  // What a state stands for has no names: whether all that was folded from the older ones is among it cannot be told.
  const isAllHeld = needed.heads.size === 0 && older.every((place) => held.names.has(named(db, place)))
  await dropOlder(db, row, !isAllHeld)
  return settled
}

/** Written once more under another identity, or refused in a way that it never counts: the server is not to have it. */
function isGivenUp({ movedTo, code }: RetiredRow): boolean {
  return movedTo !== null || uncountedCodes.includes(code)
}

/** A dot does not tell: a copy of a tablet may have written something else under it, and a restored server have taken that. */
function nameOf({ device, n, hash }: { readonly device: DeviceId; readonly n: number; readonly hash: string }): string {
  return `${device}:${String(n)}:${hash}`
}

function named(db: LocalDatabase, { device, n, encoded }: PlacedOperation): string {
  return nameOf({ device, n, hash: db.sha256(encoded.header) })
}

/** What a generation holds: every operation up to a base's heads, and those of its pages. */
interface Coverage {
  readonly heads: ReadonlyMap<DeviceId, number>
  readonly names: ReadonlySet<string>
  readonly lasts: ReadonlyMap<DeviceId, number>
}

interface Holding {
  readonly segments: readonly OpenedSegment[]
  readonly bases: readonly BaseRow[]
  readonly kinds: KindTable
}

/** A base that cannot be read holds nothing. */
async function coverageOf(db: LocalDatabase, { segments, bases, kinds }: Holding): Promise<Coverage> {
  const state = await openBases(db, bases, { kinds, damaged: [] })
  const places = placesOf(segments)
  const lasts = new Map<DeviceId, number>()
  for (const { device, n } of places) lasts.set(device, Math.max(n, lasts.get(device) ?? 0))
  return {
    heads: state?.heads ?? new Map(),
    names: new Set(places.map((place) => named(db, place))),
    lasts,
  }
}

/** The server's log holds a device's operations in order, so the highest one stands for all before it. */
function highest({ heads, lasts }: Coverage, device: DeviceId): number {
  return Math.max(heads.get(device) ?? 0, lasts.get(device) ?? 0)
}

function placesOf(segments: readonly OpenedSegment[]): PlacedOperation[] {
  return segments.flatMap(({ operations }) =>
    operations.flatMap((encoded) => {
      const header = parseHeader(encoded.header)
      return header.ok ? [{ device: header.value.device, n: header.value.n, encoded }] : []
    }),
  )
}

/** `refolds`: something that was folded from them may be held nowhere now. */
async function dropOlder(db: LocalDatabase, { stream, generation }: StreamRow, refolds: boolean): Promise<void> {
  const { dexie } = db
  await withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.segments, dexie.bases, dexie.streams, async () => {
      const now = await dexie.streams.get(stream)
      // Begun anew in between: that refetch is settled by itself.
      if (now?.generation !== generation) return
      await Promise.all([
        dexie.segments.where('[stream+generation+to]').between([stream, 0, 0], [stream, generation, 0]).delete(),
        dexie.bases.where('[stream+generation]').between([stream, 0], [stream, generation]).delete(),
        dexie.streams.put({ ...now, oldest: generation, refolds: now.refolds + (refolds ? 1 : 0) }),
      ])
    }),
  )
  if (refolds) db.announce({ stream, source: 'pulled' })
}
