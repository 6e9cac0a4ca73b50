// Records a page of the server's log as it came over the wire. A page is taken only at exactly the cursor [P3] and only with the right root [P4].
import { checkIdentity } from './checkIdentity.ts'
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { SegmentRow, StreamRow } from './LocalRows.ts'
import { segmentPlace } from './rowPlaces.ts'
import { packOperations, unpackOperations, type KeptOperation } from './packOperations.ts'
import { findOwnInPage, settleOwn, type OwnHash, type OwnInPage } from './settleOwn.ts'
import { openText, sealPacked, sealText } from './sealText.ts'
import { splitIntoSegments } from './splitIntoSegments.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'

/** What the wire calls a page, with the names of its fields as they travel. */
export interface PulledPage {
  readonly stream: StreamId
  readonly from: number
  /** `g`: the signature of the run that ends here. */
  readonly ops: readonly {
    readonly h: string
    readonly b: string
    readonly s: string
    readonly g?: string | undefined
  }[]
  readonly root: string
}

export interface PulledEntry {
  readonly source: 'pulled'
  readonly page: PulledPage
  /** This device: its own operations leave the outbox once a page contains them. */
  readonly device: DeviceId
}

/**
 * `duplicate`: all of it was there. `out-of-place`: it does not begin at the cursor [P3]. `wrong-root`: the log is not the one we
 * hold [P4], so fetch it anew. Only `recorded` has written anything.
 */
export type PulledOutcome = 'recorded' | 'duplicate' | 'out-of-place' | 'wrong-root'

/** Below this a segment takes in the next page, so that live work does not leave thousands of tiny rows; above it rewriting costs more. */
const smallSegmentBytes = 32 * 1024
const mostTries = 20

export function recordPulled(db: LocalDatabase, entry: PulledEntry): Promise<PulledOutcome> {
  const { page } = entry
  const hashes = page.ops.map(({ h }) => db.sha256(h))
  return record(db, { page, operations: page.ops.map(keptOf), hashes, own: findOwnInPage(entry, hashes), packs: true })
}

/** An own operation that the server has just put into its log; the last one of its run with the run's signature. */
export interface PushedOperation extends OwnHash {
  readonly kept: KeptOperation
}

/**
 * Records what this device has pushed as if it had been pulled, where it came into the log right behind the cursor: the root after
 * it says so [P19]. Everything else waits for its page.
 */
export async function recordPushed(
  db: LocalDatabase,
  stream: StreamId,
  { operations, root }: { readonly operations: readonly PushedOperation[]; readonly root: string },
): Promise<PulledOutcome> {
  const row = await withLocalDatabase(db, () => db.dexie.streams.get(stream))
  return record(db, {
    page: { stream, from: (row?.cursor ?? 0) + 1, root },
    operations: operations.map(({ kept }) => kept),
    hashes: operations.map(({ hash }) => hash),
    own: operations,
    packs: false,
  })
}

interface Arriving {
  readonly page: Pick<PulledPage, 'stream' | 'from' | 'root'>
  readonly operations: readonly KeptOperation[]
  /** Of the operations' headers. */
  readonly hashes: readonly string[]
  readonly own: OwnInPage
  /** Segments that take in no more are packed: not while a person waits for "sent". */
  readonly packs: boolean
}

async function record(db: LocalDatabase, arriving: Arriving): Promise<PulledOutcome> {
  const { page, own } = arriving
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = (await withLocalDatabase(db, () => db.dexie.streams.get(page.stream))) ?? emptyStreamRow(page.stream)
    const refusal = refuse(db, arriving, before)
    if (refusal !== undefined) return refusal
    const change = await prepare(db, arriving, before)
    if (await commit(db, { before, change, own })) {
      db.announce({ stream: page.stream, source: 'pulled' })
      return 'recorded'
    }
  }
  throw new LocalDatabaseError('not-saved')
}

function refuse(
  db: LocalDatabase,
  { page, hashes }: Arriving,
  before: StreamRow,
): Exclude<PulledOutcome, 'recorded'> | undefined {
  const to = page.from + hashes.length - 1
  if (to <= before.cursor) return 'duplicate'
  if (page.from !== before.cursor + 1) return 'out-of-place'
  const root = hashes.reduce((above, hash) => db.sha256(above + hash), before.root)
  return root === page.root ? undefined : 'wrong-root'
}

interface Change {
  readonly segments: readonly SegmentRow[]
  readonly after: Pick<StreamRow, 'cursor' | 'root' | 'tailSize'>
  /** Key of the small segment that the new ones take in. */
  readonly absorbed: readonly [StreamId, number, number] | undefined
}

async function prepare(
  db: LocalDatabase,
  { page, operations: arrived, packs }: Arriving,
  before: StreamRow,
): Promise<Change> {
  const { stream, generation, cursor } = before
  const tail = await openSmallTail(db, before)
  const operations = tail === undefined ? arrived : [...tail, ...arrived]
  const segments = await sealSegments(
    db,
    { stream, generation, from: page.from - (tail?.length ?? 0) },
    { operations, packs },
  )
  const after = {
    cursor: page.from + arrived.length - 1,
    root: page.root,
    tailSize: segments.at(-1)?.size ?? 0,
  }
  return { segments, after, absorbed: tail && [stream, generation, cursor] }
}

function keptOf({ h, b, s, g }: PulledPage['ops'][number]): KeptOperation {
  const encoded = { header: h, body: b, salt: s }
  return g === undefined ? encoded : { ...encoded, signature: g }
}

async function openSmallTail(db: LocalDatabase, row: StreamRow): Promise<KeptOperation[] | undefined> {
  if (row.tailSize === 0 || row.tailSize >= smallSegmentBytes) return undefined
  const tail = await withLocalDatabase(db, () => db.dexie.segments.get([row.stream, row.generation, row.cursor]))
  const text = tail && (await openText(db, tail.bytes, segmentPlace(tail)))
  // A damaged tail stays as it is, to be found and fetched anew by a reader.
  return text === undefined ? undefined : unpackOperations(text)
}

function sealSegments(
  db: LocalDatabase,
  start: Pick<SegmentRow, 'stream' | 'generation' | 'from'>,
  { operations, packs }: { readonly operations: readonly KeptOperation[]; readonly packs: boolean },
): Promise<SegmentRow[]> {
  let next = start.from
  const sealing = splitIntoSegments(operations).map(async (part): Promise<SegmentRow> => {
    const from = next
    const to = from + part.length - 1
    next = to + 1
    const text = packOperations(part)
    const seal = packs && text.length >= smallSegmentBytes ? sealPacked : sealText
    const sealed = await seal(db, text, segmentPlace({ ...start, to }))
    return { ...start, from, to, ...sealed }
  })
  return Promise.all(sealing)
}

interface Commit {
  readonly before: StreamRow
  readonly change: Change
  readonly own: OwnInPage
}

/** False when the stream was moved meanwhile: the page must then be looked at again. */
function commit(db: LocalDatabase, { before, change, own }: Commit): Promise<boolean> {
  const { dexie } = db
  const { segments, after, absorbed } = change
  const tables = [dexie.operations, dexie.segments, dexie.streams, dexie.sentinel]
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', tables, async () => {
      if (own.length > 0) await checkIdentity(db)
      const row = (await dexie.streams.get(before.stream)) ?? emptyStreamRow(before.stream)
      if (row.cursor !== before.cursor || row.generation !== before.generation) return false
      const head = await settleOwn(dexie, row, own)
      await Promise.all([
        absorbed ? dexie.segments.delete([...absorbed]) : undefined,
        dexie.segments.bulkPut(segments),
        dexie.streams.put({ ...row, ...after, ...head }),
      ])
      return true
    }),
  )
}
