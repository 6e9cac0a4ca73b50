// Fetches what others wrote, page by page, until the server has nothing more. The outbox is never touched by what is pulled.
import { exchange, type ExchangeTrouble } from './exchange.ts'
import { fetchSnapshots } from './fetchSnapshots.ts'
import type { SyncContext } from './SyncContext.ts'
import { listStreams, type ListedStream } from '../localdb/listStreams.ts'
import { markForRefetch } from '../localdb/markForRefetch.ts'
import { recordOperations } from '../localdb/recordOperations.ts'
import { saveDeviceKeys } from '../localdb/saveDeviceKeys.ts'
import { isDeviceId, isStreamId, type StreamId } from '../domain/oplog/Dot.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { pullResponse, type PullPage, type PullRequest, type PullResponse } from '../protocol/pull.ts'

/** Operations in one answer: about a megabyte, so that the main thread is never busy with one of them for long. */
const mostPerAnswer = 2_000
/** A log that does not fit even when fetched from its beginning is the server's fault; come back later. */
const mostRefetches = 2

export interface PullOutcome {
  /** Operations that were new, or streams that begin anew. */
  readonly hasChanged: boolean
  /** The server's log is not the one that was seen here before. */
  readonly hasRefetched: boolean
  /** `asked`: they were asked for, and every answer was of the same epoch. */
  readonly facts: { readonly asked: boolean; readonly told: PullResponse['facts'] }
}

export interface PullPass {
  /** Where they stand; what has moved meanwhile is taken at its own place only [P3]. */
  readonly streams: readonly ListedStream[]
  readonly onProgress: (received: number) => void
  readonly asksFacts: boolean
}

type Cursor = PullRequest['cursors'][number]
type Pulled = Result<PullResponse, ExchangeTrouble>

export async function pullNews(context: SyncContext, pass: PullPass): Promise<Result<PullOutcome, ExchangeTrouble>> {
  const refetches = new Map<StreamId, number>()
  let facts: PullOutcome['facts'] | undefined
  let epoch: string | undefined
  let received = 0
  let next: Promise<Pulled> = pullFrom(context, cursorsOf(pass.streams), pass.asksFacts)
  for (;;) {
    const answer = await next
    if (!answer.ok) return answer
    const { pages, hasMore } = answer.value
    context.onEpoch(answer.value.epoch)
    facts ??= { asked: pass.asksFacts, told: answer.value.facts }
    // Restored in between: what the first answer said is of another server.
    if ((epoch ??= answer.value.epoch) !== answer.value.epoch) facts = { asked: false, told: undefined }
    // While this answer is written down, the next one is on its way: it is only used if everything came as expected.
    const ahead = hasMore && isPlain(answer.value) ? pullAhead(context, pages) : undefined
    const taken = await takeAnswer(context, answer.value)
    if (!taken.ok) return taken
    received += taken.value.operations
    if (taken.value.operations > 0) pass.onProgress(received)
    const { unfit } = taken.value
    if (!(await markUnfit(context, unfit, refetches))) return err({ code: 'server-trouble', retryAfterMs: null })
    const hasOffers = (answer.value.snapshots ?? []).length > 0
    if (!hasMore && !hasOffers && unfit.length === 0) {
      return ok({ hasChanged: received > 0 || refetches.size > 0, hasRefetched: refetches.size > 0, facts })
    }
    // More is promised, but nothing came that we could use: not to be asked for without a pause.
    if (taken.value.operations === 0 && unfit.length === 0 && !hasOffers)
      return err({ code: 'server-trouble', retryAfterMs: null })
    next = ahead !== undefined && taken.value.isWhole ? ahead : pullFrom(context, await cursorsHere(context), false)
  }
}

async function cursorsHere({ db }: SyncContext): Promise<Cursor[]> {
  return cursorsOf(await listStreams(db))
}

function cursorsOf(streams: readonly ListedStream[]): Cursor[] {
  return streams.filter(({ takesSnapshot }) => !takesSnapshot).map(cursorOf)
}

function cursorOf({ stream, position, root }: ListedStream): Cursor {
  return { stream, version: position.cursor, root }
}

function pullFrom(context: SyncContext, cursors: readonly Cursor[], asksFacts: boolean): Promise<Pulled> {
  const wishes = { snapshots: true, ...(asksFacts && { facts: true }) }
  const content = { device: context.signer.device, cursors, max: mostPerAnswer, ...wishes }
  return exchange(context, { path: '/sync/v1/pull', content }, pullResponse)
}

function isPlain({ refetch, snapshots = [] }: PullResponse): boolean {
  return refetch.length === 0 && snapshots.length === 0
}

/** Asks for what follows the pages as if they were written down already. */
async function pullAhead(context: SyncContext, pages: readonly PullPage[]): Promise<Pulled> {
  const cursors = new Map((await cursorsHere(context)).map((cursor) => [cursor.stream, cursor]))
  for (const { stream, from, ops, root } of pages)
    if (ops.length > 0) cursors.set(stream, { stream, version: from + ops.length - 1, root })
  return pullFrom(context, [...cursors.values()], false)
}

interface TakenAnswer {
  /** How many were new. */
  readonly operations: number
  /** Streams that do not continue what we hold [P4]. */
  readonly unfit: readonly StreamId[]
  /** Every page was taken. */
  readonly isWhole: boolean
}

async function takeAnswer(context: SyncContext, answer: PullResponse): Promise<Result<TakenAnswer, ExchangeTrouble>> {
  await keepKeys(context, answer.keys ?? [])
  const taken = await takePages(context, answer.pages)
  const fetched = await fetchSnapshots(context, answer.snapshots ?? [])
  if (!fetched.ok) return fetched
  return ok({
    operations: taken.operations + fetched.value,
    unfit: [...answer.refetch.filter(isStreamId), ...taken.unfit],
    isWhole: taken.isWhole,
  })
}

/** Before the pages, so that no signature is kept without its key. */
async function keepKeys({ db, knownDevices }: SyncContext, keys: NonNullable<PullResponse['keys']>): Promise<void> {
  const fresh = keys.flatMap(({ device, ...key }) =>
    isDeviceId(device) && !knownDevices.has(device) ? [{ device, ...key }] : [],
  )
  if (fresh.length === 0) return
  await saveDeviceKeys(db, fresh)
  for (const { device } of fresh) knownDevices.add(device)
}

async function takePages({ db, signer }: SyncContext, pages: readonly PullPage[]): Promise<TakenAnswer> {
  let operations = 0
  let isWhole = true
  const unfit: StreamId[] = []
  for (const page of pages) {
    if (!isStreamId(page.stream)) continue
    const outcome = await recordOperations(db, {
      source: 'pulled',
      page: { ...page, stream: page.stream },
      device: signer.device,
    })
    if (outcome === 'recorded') operations += page.ops.length
    else isWhole = false
    if (outcome === 'wrong-root') unfit.push(page.stream)
  }
  return { operations, unfit, isWhole }
}

/** False where a stream did not fit too often. */
async function markUnfit(
  { db }: SyncContext,
  unfit: readonly StreamId[],
  refetches: Map<StreamId, number>,
): Promise<boolean> {
  for (const stream of unfit) {
    const times = (refetches.get(stream) ?? 0) + 1
    if (times > mostRefetches) return false
    refetches.set(stream, times)
    await markForRefetch(db, stream)
  }
  return true
}
