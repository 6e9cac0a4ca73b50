// Records a page of the server's log as it came over the wire. A page is taken only at exactly the cursor [P3] and only with the right root [P4].
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { SegmentRow, StreamRow } from './LocalRows.ts'
import { segmentPlace } from './rowPlaces.ts'
import { packOperations, unpackOperations } from './packOperations.ts'
import { openText, sealText } from './sealText.ts'
import { splitIntoSegments } from './splitIntoSegments.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'

/** What the wire calls a page, with the names of its fields as they travel. */
export interface PulledPage {
  readonly stream: StreamId
  readonly from: number
  readonly ops: readonly { readonly h: string; readonly b: string; readonly s: string }[]
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

export async function recordPulled(db: LocalDatabase, entry: PulledEntry): Promise<PulledOutcome> {
  const { page } = entry
  const hashes = page.ops.map(({ h }) => db.sha256(h))
  const own = findOwn(entry, hashes)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = (await withLocalDatabase(db, () => db.dexie.streams.get(page.stream))) ?? emptyStreamRow(page.stream)
    const refusal = refuse(db, { page, hashes, before })
    if (refusal !== undefined) return refusal
    const change = await prepare(db, page, before)
    if (await commit(db, { before, change, own })) {
      db.announce({ stream: page.stream, source: 'pulled' })
      return 'recorded'
    }
  }
  throw new LocalDatabaseError('not-saved')
}

interface Arrival {
  readonly page: PulledPage
  readonly hashes: readonly string[]
  readonly before: StreamRow
}

function refuse(db: LocalDatabase, { page, hashes, before }: Arrival): Exclude<PulledOutcome, 'recorded'> | undefined {
  const to = page.from + page.ops.length - 1
  if (to <= before.cursor) return 'duplicate'
  if (page.from !== before.cursor + 1) return 'out-of-place'
  const root = hashes.reduce((above, hash) => db.sha256(above + hash), before.root)
  return root === page.root ? undefined : 'wrong-root'
}

interface OwnOperation {
  readonly n: number
  readonly hash: string
}

function findOwn({ page, device }: PulledEntry, hashes: readonly string[]): OwnOperation[] {
  const own: OwnOperation[] = []
  // A glance at the text spares parsing other devices' headers; the parser alone decides.
  const mark = `"${device}"`
  page.ops.forEach(({ h }, index) => {
    const header = h.includes(mark) ? parseHeader(h) : undefined
    const hash = hashes[index]
    if (header?.ok && hash !== undefined && header.value.device === device) own.push({ n: header.value.n, hash })
  })
  return own
}

interface Change {
  readonly segments: readonly SegmentRow[]
  readonly after: StreamRow
  /** Key of the small segment that the new ones take in. */
  readonly absorbed: readonly [StreamId, number, number] | undefined
}

async function prepare(db: LocalDatabase, page: PulledPage, before: StreamRow): Promise<Change> {
  const { stream, generation, cursor } = before
  const arrived = page.ops.map(({ h, b, s }) => ({ header: h, body: b, salt: s }))
  const tail = await openSmallTail(db, before)
  const operations = tail === undefined ? arrived : [...tail, ...arrived]
  const segments = await sealSegments(db, { stream, generation, from: page.from - (tail?.length ?? 0) }, operations)
  const after = {
    ...before,
    cursor: page.from + page.ops.length - 1,
    root: page.root,
    tailSize: segments.at(-1)?.size ?? 0,
  }
  return { segments, after, absorbed: tail && [stream, generation, cursor] }
}

async function openSmallTail(db: LocalDatabase, row: StreamRow): Promise<EncodedOperation[] | undefined> {
  if (row.tailSize === 0 || row.tailSize >= smallSegmentBytes) return undefined
  const tail = await withLocalDatabase(db, () => db.dexie.segments.get([row.stream, row.generation, row.cursor]))
  const text = tail && (await openText(db, tail.bytes, segmentPlace(tail)))
  // A damaged tail stays as it is, to be found and fetched anew by a reader.
  return text === undefined ? undefined : unpackOperations(text)
}

function sealSegments(
  db: LocalDatabase,
  start: Pick<SegmentRow, 'stream' | 'generation' | 'from'>,
  operations: readonly EncodedOperation[],
): Promise<SegmentRow[]> {
  let next = start.from
  const sealing = splitIntoSegments(operations).map(async (part): Promise<SegmentRow> => {
    const from = next
    const to = from + part.length - 1
    next = to + 1
    const sealed = await sealText(db, packOperations(part), segmentPlace({ ...start, to }))
    return { ...start, from, to, ...sealed }
  })
  return Promise.all(sealing)
}

interface Commit {
  readonly before: StreamRow
  readonly change: Change
  readonly own: readonly OwnOperation[]
}

/** False when the stream was moved meanwhile: the page must then be looked at again. */
function commit(db: LocalDatabase, { before, change, own }: Commit): Promise<boolean> {
  const { dexie } = db
  const { segments, after, absorbed } = change
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.operations, dexie.segments, dexie.streams, async () => {
      const row = (await dexie.streams.get(before.stream)) ?? emptyStreamRow(before.stream)
      if (row.cursor !== before.cursor || row.generation !== before.generation) return false
      const head = ownHead(row, own)
      await Promise.all([
        absorbed ? dexie.segments.delete([...absorbed]) : undefined,
        dexie.segments.bulkPut(segments),
        dexie.streams.put({ ...after, ...head, summary: row.summary, summaryAt: row.summaryAt, oldest: row.oldest }),
        own.length > 0 ? settleOwn(db, before.stream, own) : undefined,
      ])
      return true
    }),
  )
}

/** Our chain as the server knows it may be longer than ours, when this database was brought back from an old copy. */
function ownHead(row: StreamRow, own: readonly OwnOperation[]): Pick<StreamRow, 'n' | 'prev'> {
  const last = own.reduce((a, b) => (b.n > a.n ? b : a), { n: row.n, hash: row.prev })
  return { n: last.n, prev: last.hash }
}

/** What the page contains leaves `operations`; another operation under our dot is a fork and stays for a person. */
async function settleOwn(db: LocalDatabase, stream: StreamId, own: readonly OwnOperation[]): Promise<void> {
  const { operations } = db.dexie
  const rows = await operations.bulkGet(own.map(({ n }) => [stream, n]))
  const settled: [string, number][] = []
  const forked: typeof rows = []
  rows.forEach((row, index) => {
    if (row === undefined) return
    if (row.hash === own[index]?.hash) settled.push([stream, row.n])
    else forked.push({ ...row, status: 'refused', code: 'fork' })
  })
  await Promise.all([
    operations.bulkDelete(settled),
    forked.length > 0 ? operations.bulkPut(forked.filter((row) => row !== undefined)) : undefined,
  ])
}
