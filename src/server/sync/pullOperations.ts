// A pull: what a device has not seen, in pages that begin at its cursor + 1 [P3] and end with the chain root [P4].
// Never answers from a cursor that does not fit the log: that stream is named in `refetch` instead.
import { mostMessageBytes } from '../../protocol/limits.ts'
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { PullPage, PullRequest, PullResponse } from '../../protocol/pull.ts'
import type { SnapshotPlace } from '../store/listSnapshots.ts'
import type { StreamHead } from '../store/streamReads.ts'
import { sharePages, type Backlog } from './sharePages.ts'
import type { SyncContext } from './SyncContext.ts'

/** Texts at most double when they are put into JSON, so an answer of this much text stays below the message limit. */
const mostTextBytes = mostMessageBytes / 2
/** Rows read at once, so that a stream of very long operations does not fill the memory before its bytes are counted. */
const rowsPerRead = 500

type Cursor = PullRequest['cursors'][number]

export async function pullOperations(context: SyncContext, request: PullRequest): Promise<PullResponse> {
  const { store, organisation, epoch, now } = context
  const all = await store.listStreams(organisation)
  const { streams, snapshots } = await offerSnapshots(context, all, request)
  const { behind, refetch } = await compareCursors(context, streams, request.cursors)
  const pages: PullPage[] = []
  const signers = new Set<string>()
  let textBytes = 0
  for (const { stream, size } of sharePages(behind, request.max)) {
    if (textBytes >= mostTextBytes) break
    const from = (behind.find((backlog) => backlog.stream === stream)?.version ?? 0) + 1
    const page = await readPage(context, { stream, from, to: from + size - 1 }, mostTextBytes - textBytes)
    textBytes += page.textBytes
    pages.push(page.page)
    for (const signer of page.signers) signers.add(signer)
  }
  const sent = pages.reduce((sum, page) => sum + page.ops.length, 0)
  const hasMore = sent < behind.reduce((sum, { size }) => sum + size, 0)
  const keys = signers.size > 0 && { keys: [...(await store.readDeviceKeys(organisation, [...signers]))] }
  const facts = request.facts === true && { facts: await readFacts(context, all, request.device) }
  const common = { proto: protocolVersion, nonce: request.nonce, epoch, at: now().toISOString() }
  return { ...common, pages, refetch, hasMore, ...keys, ...facts, ...(snapshots.length > 0 && { snapshots }) }
}

interface Offer {
  /** Those that are sent in pages. */
  readonly streams: readonly StreamHead[]
  readonly snapshots: SnapshotPlace[]
}

/** A stream that the device names, even with version 0, is sent in pages: a snapshot may be gone when it is fetched [P16]. */
async function offerSnapshots(
  { store, organisation, snapshotMaker }: SyncContext,
  all: readonly StreamHead[],
  { snapshots: isWished, cursors }: PullRequest,
): Promise<Offer> {
  const named = new Set(cursors.map(({ stream }) => stream))
  if (isWished !== true || all.every(({ stream }) => named.has(stream))) return { streams: all, snapshots: [] }
  const made = await store.listSnapshots(organisation)
  for (const { stream, head } of all)
    if (!named.has(stream)) snapshotMaker.wish({ stream, head, made: made.get(stream)?.version ?? 0 })
  const isOffered = ({ stream }: StreamHead) => !named.has(stream) && made.has(stream)
  return {
    streams: all.filter((head) => !isOffered(head)),
    snapshots: all.flatMap((head) => (isOffered(head) ? (made.get(head.stream) ?? []) : [])),
  }
}

async function readFacts(
  { store, organisation, serverKey }: SyncContext,
  streams: readonly StreamHead[],
  device: string,
): Promise<NonNullable<PullResponse['facts']>> {
  const marks = await store.readMarks({ organisation, device })
  const safe = streams.filter(({ backedUp }) => backedUp > 0)
  const evidenceBackedUpTo = await store.readEvidenceHorizon(organisation)
  return {
    marks: [...marks],
    backedUp: safe.map(({ stream, backedUp }) => ({ stream, version: backedUp })),
    serverKey,
    ...(evidenceBackedUpTo !== undefined && { evidenceBackedUpTo }),
  }
}

interface Behind extends Backlog {
  /** The device's cursor. */
  readonly version: number
}

async function compareCursors(
  context: SyncContext,
  streams: readonly StreamHead[],
  cursors: readonly Cursor[],
): Promise<{ behind: Behind[]; refetch: string[] }> {
  const cursorOf = new Map(cursors.map((cursor) => [cursor.stream, cursor]))
  const behind: Behind[] = []
  const refetch: string[] = []
  for (const { stream, head, root } of streams) {
    const { version, root: cursorRoot } = cursorOf.get(stream) ?? { version: 0, root: '' }
    cursorOf.delete(stream)
    const expected = version === head ? root : await rootAt(context, stream, { version, head })
    if (expected !== cursorRoot) refetch.push(stream)
    else if (version < head) behind.push({ stream, version, size: head - version })
  }
  // What the device has seen of a stream that is not here: this server was restored, or it is another one.
  for (const { stream, version } of cursorOf.values()) if (version > 0) refetch.push(stream)
  return { behind, refetch }
}

async function rootAt(
  { store, organisation }: SyncContext,
  stream: string,
  { version, head }: { readonly version: number; readonly head: number },
): Promise<string | undefined> {
  if (version > head) return undefined
  return store.readRoot({ organisation, stream }, version)
}

interface Range {
  readonly stream: string
  readonly from: number
  readonly to: number
}

/** At least one operation, then as many as `bytesLeft` allows. */
async function readPage(
  { store, organisation }: SyncContext,
  { stream, from, to }: Range,
  bytesLeft: number,
): Promise<{ page: PullPage; signers: Set<string>; textBytes: number }> {
  const page: PullPage = { stream, from, ops: [], root: '' }
  const signers = new Set<string>()
  let textBytes = 0
  for (let next = from; next <= to && textBytes < bytesLeft; next += rowsPerRead) {
    const range = { from: next, to: Math.min(next + rowsPerRead - 1, to) }
    for (const { device, header, body, salt, signature, root } of await store.readOperations(
      { organisation, stream },
      range,
    )) {
      textBytes += Buffer.byteLength(header) + Buffer.byteLength(body) + Buffer.byteLength(salt)
      if (textBytes > bytesLeft && page.ops.length > 0) break
      page.ops.push({ h: header, b: body, s: salt, ...(signature !== '' && { g: signature }) })
      page.root = root
      if (signature !== '') signers.add(device)
    }
  }
  return { page, signers, textBytes }
}
