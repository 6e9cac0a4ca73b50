// Records a page of the server's log as it came over the wire. A page is taken only at exactly the cursor [P3] and only with the right root [P4].
import { checkIdentityNatively } from './checkIdentity.ts'
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { ArrivedPage, LocalDatabase, StreamEnd } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { SegmentRow, StreamRow } from './LocalRows.ts'
import { ackDurability } from './noteAcked.ts'
import { writeNatively, type Durability, type NativeWork } from './readNatively.ts'
import { segmentPlace } from './rowPlaces.ts'
import { packOperations, type KeptOperation } from './packOperations.ts'
import { findOwnInPage, settleOwn, type OwnHash, type OwnInPage } from './settleOwn.ts'
import { sealPacked, sealText } from './sealText.ts'
import { splitIntoSegments } from './splitIntoSegments.ts'
import { isSameEnd, readEnd, rememberEnd, smallSegmentBytes } from './streamEnd.ts'
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

const mostTries = 20

export function recordPulled(db: LocalDatabase, entry: PulledEntry): Promise<PulledOutcome> {
  const { page } = entry
  const hashes = page.ops.map(({ h }) => db.sha256(h))
  return record(db, {
    page,
    operations: page.ops.map(keptOf),
    hashes,
    own: findOwnInPage(entry, hashes),
    packs: true,
    durability: 'strict',
  })
}

/** An own operation that the server has just put into its log; the last one of its run with the run's signature. */
export interface PushedOperation extends OwnHash {
  readonly kept: KeptOperation
}

/** What `recordPushed` writes where the server puts the operations right behind what is here. */
export interface ExpectedPush {
  /** Of the log after them. */
  readonly root: string
  readonly before: StreamRow
  readonly change: Change
}

/** Works out ahead, while the server's answer is on its way, what is nearly always to be written then. Writes nothing. */
export async function expectPushed(
  db: LocalDatabase,
  stream: StreamId,
  operations: readonly PushedOperation[],
): Promise<ExpectedPush> {
  // Read, although it may be remembered: the request leaves only once the page waits for something, and this would hold it up.
  const end = await readEnd(db, stream)
  const { hashes, ...pushed } = asArriving(operations)
  const root = rootAfter(db, end.row, hashes)
  const change = await prepare(db, { ...pushed, page: { stream, root } }, end)
  return { root, before: end.row, change }
}

/**
 * Records what this device has pushed as if it had been pulled, where it came into the log right behind the cursor: the root after
 * it says so [P19]. Everything else waits for its page.
 */
export async function recordPushed(
  db: LocalDatabase,
  stream: StreamId,
  pushed: {
    readonly operations: readonly PushedOperation[]
    readonly root: string
    readonly expected: ExpectedPush | undefined
  },
): Promise<PulledOutcome> {
  const { operations, root, expected } = pushed
  const arriving = { ...asArriving(operations), page: { stream, from: 'cursor', root } } as const
  if (expected?.root === root && (await write(db, arriving, expected))) return 'recorded'
  return record(db, arriving)
}

function asArriving(pushed: readonly PushedOperation[]): Omit<Arriving, 'page'> {
  const operations = pushed.map(({ kept }) => kept)
  const hashes = pushed.map(({ hash }) => hash)
  return { operations, hashes, own: pushed, packs: false, durability: ackDurability }
}

interface Arriving {
  /** `cursor`: it comes right behind what is here, as its root shows. */
  readonly page: Pick<PulledPage, 'stream' | 'root'> & { readonly from: number | 'cursor' }
  readonly operations: readonly KeptOperation[]
  /** Of the operations' headers. */
  readonly hashes: readonly string[]
  readonly own: OwnInPage
  /** Segments that take in no more are packed: not while a person waits for "sent". */
  readonly packs: boolean
  readonly durability: Durability
}

async function record(db: LocalDatabase, arriving: Arriving): Promise<PulledOutcome> {
  const { stream } = arriving.page
  const known = db.ends.get(stream)
  // What is only remembered refuses nothing.
  if (known && refuse(db, arriving, known.row) === undefined && (await writeOnto(db, arriving, known)))
    return 'recorded'
  for (let tries = 0; tries < mostTries; tries += 1) {
    const end = await readEnd(db, stream)
    const refusal = refuse(db, arriving, end.row)
    if (refusal !== undefined) return refusal
    if (await writeOnto(db, arriving, end)) return 'recorded'
  }
  throw new LocalDatabaseError('not-saved')
}

async function writeOnto(db: LocalDatabase, arriving: Arriving, end: StreamEnd): Promise<boolean> {
  return write(db, arriving, { before: end.row, change: await prepare(db, arriving, end) })
}

type Writing = Pick<Commit, 'before' | 'change'>

/** False when the stream was moved meanwhile: the page must then be looked at again. */
async function write(db: LocalDatabase, arriving: Arriving, { before, change }: Writing): Promise<boolean> {
  const { own, durability } = arriving
  const written = await commit(db, { before, change, own, durability })
  if (written === undefined) {
    db.ends.delete(before.stream)
    return false
  }
  rememberEnd(db, written, change.tail)
  announce(db, arriving, { ...written, cursor: before.cursor })
  return true
}

function announce(db: LocalDatabase, { page, operations }: Arriving, { cursor, generation, refolds }: StreamRow): void {
  const arrived: ArrivedPage = {
    before: cursor,
    after: cursor + operations.length,
    generation,
    refolds,
    operations,
  }
  db.announce({ stream: page.stream, source: 'pulled', page: arrived })
}

function refuse(
  db: LocalDatabase,
  { page, hashes }: Arriving,
  before: StreamRow,
): Exclude<PulledOutcome, 'recorded'> | undefined {
  const from = page.from === 'cursor' ? before.cursor + 1 : page.from
  if (from + hashes.length - 1 <= before.cursor) return 'duplicate'
  if (from !== before.cursor + 1) return 'out-of-place'
  return rootAfter(db, before, hashes) === page.root ? undefined : 'wrong-root'
}

/** Chain root of the log after these [P4]. */
function rootAfter(db: LocalDatabase, { root }: StreamRow, hashes: readonly string[]): string {
  return hashes.reduce((above, hash) => db.sha256(above + hash), root)
}

type Preparing = Pick<PulledPage, 'stream' | 'root'>

interface Change {
  readonly segments: readonly SegmentRow[]
  /** The operations of the last of them. */
  readonly tail: readonly KeptOperation[]
  readonly after: Pick<StreamRow, 'cursor' | 'root' | 'tailSize'>
  /** Key of the small segment that the new ones take in. */
  readonly absorbed: readonly [StreamId, number, number] | undefined
}

async function prepare(
  db: LocalDatabase,
  { page, operations: arrived, packs }: Pick<Arriving, 'operations' | 'packs'> & { readonly page: Preparing },
  { row, tail }: StreamEnd,
): Promise<Change> {
  const { stream, generation, cursor } = row
  const operations = tail === undefined ? arrived : [...tail, ...arrived]
  const parts = splitIntoSegments(operations)
  const from = cursor + 1 - (tail?.length ?? 0)
  const segments = await sealSegments(db, { stream, generation, from }, { parts, packs })
  const after = {
    cursor: cursor + arrived.length,
    root: page.root,
    tailSize: segments.at(-1)?.size ?? 0,
  }
  return { segments, tail: parts.at(-1) ?? [], after, absorbed: tail && [stream, generation, cursor] }
}

function keptOf({ h, b, s, g }: PulledPage['ops'][number]): KeptOperation {
  const encoded = { header: h, body: b, salt: s }
  return g === undefined ? encoded : { ...encoded, signature: g }
}

function sealSegments(
  db: LocalDatabase,
  start: Pick<SegmentRow, 'stream' | 'generation' | 'from'>,
  { parts, packs }: { readonly parts: readonly (readonly KeptOperation[])[]; readonly packs: boolean },
): Promise<SegmentRow[]> {
  let next = start.from
  const sealing = parts.map(async (part): Promise<SegmentRow> => {
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
  readonly durability: Durability
}

/** The stream's row as it is now; undefined when the stream was moved meanwhile, and then nothing is written. */
function commit(db: LocalDatabase, { before, change, own, durability }: Commit): Promise<StreamRow | undefined> {
  const { segments, after, absorbed } = change
  const stores = own.length > 0 ? ['streams', 'segments', 'operations', 'sentinel'] : ['streams', 'segments']
  const writing: NativeWork<StreamRow | undefined> = async (transaction, read) => {
    if (own.length > 0) await checkIdentityNatively(db, transaction, read)
    const streams = transaction.objectStore('streams')
    const found = await read(streams.get(before.stream) as IDBRequest<StreamRow | undefined>)
    const row = found ?? emptyStreamRow(before.stream)
    if (!isSameEnd(row, before)) return undefined
    const head = await settleOwn({ transaction, read, keyRange: db.dexie.keyRange }, row, own)
    if (absorbed) transaction.objectStore('segments').delete([...absorbed])
    for (const segment of segments) transaction.objectStore('segments').put(segment)
    const written: StreamRow = { ...row, ...after, ...head }
    streams.put(written)
    return written
  }
  return withLocalDatabase(db, () => writeNatively(db.dexie, stores, writing, durability))
}
