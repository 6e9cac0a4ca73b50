// Fetches what others wrote, page by page, until the server has nothing more. The outbox is never touched by what is pulled.
import { exchange, type ExchangeTrouble } from './exchange.ts'
import type { SyncContext } from './SyncContext.ts'
import { listStreams } from '../localdb/listStreams.ts'
import { markForRefetch } from '../localdb/markForRefetch.ts'
import { recordOperations } from '../localdb/recordOperations.ts'
import { isStreamId, type StreamId } from '../domain/oplog/Dot.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { pullResponse, type PullPage, type PullResponse } from '../protocol/pull.ts'

/** Operations in one answer: about a megabyte, so that the main thread is never busy with one of them for long. */
const mostPerAnswer = 2_000
/** A log that does not fit even when fetched from its beginning is the server's fault; come back later. */
const mostRefetches = 2

export interface PullOutcome {
  /** Operations that were new, or streams that begin anew. */
  readonly hasChanged: boolean
}

export interface PullPass {
  readonly onProgress: (received: number) => void
}

export async function pullNews(
  context: SyncContext,
  { onProgress }: PullPass,
): Promise<Result<PullOutcome, ExchangeTrouble>> {
  const refetches = new Map<StreamId, number>()
  let received = 0
  for (;;) {
    const answer = await pullOnce(context)
    if (!answer.ok) return answer
    context.onEpoch(answer.value.epoch)
    const taken = await takePages(context, answer.value.pages)
    received += taken.operations
    if (taken.operations > 0) onProgress(received)
    const unfit = [...answer.value.refetch.filter(isStreamId), ...taken.unfit]
    for (const stream of unfit) {
      const times = (refetches.get(stream) ?? 0) + 1
      if (times > mostRefetches) return err({ code: 'server-trouble', retryAfterMs: null })
      refetches.set(stream, times)
      await markForRefetch(context.db, stream)
    }
    if (!answer.value.hasMore && unfit.length === 0) return ok({ hasChanged: received > 0 || refetches.size > 0 })
    // More is promised, but nothing came that we could use: not to be asked for without a pause.
    if (taken.operations === 0 && unfit.length === 0) return err({ code: 'server-trouble', retryAfterMs: null })
  }
}

async function pullOnce(context: SyncContext): Promise<Result<PullResponse, ExchangeTrouble>> {
  const streams = await listStreams(context.db)
  const cursors = streams.map(({ stream, position, root }) => ({ stream, version: position.cursor, root }))
  const content = { device: context.signer.device, cursors, max: mostPerAnswer }
  return exchange(context, { path: '/sync/v1/pull', content }, pullResponse)
}

interface TakenPages {
  /** How many were new. */
  readonly operations: number
  /** Streams whose page did not continue what we hold [P4]. */
  readonly unfit: readonly StreamId[]
}

async function takePages({ db, signer }: SyncContext, pages: readonly PullPage[]): Promise<TakenPages> {
  let operations = 0
  const unfit: StreamId[] = []
  for (const page of pages) {
    if (!isStreamId(page.stream)) continue
    const outcome = await recordOperations(db, {
      source: 'pulled',
      page: { ...page, stream: page.stream },
      device: signer.device,
    })
    if (outcome === 'recorded') operations += page.ops.length
    if (outcome === 'wrong-root') unfit.push(page.stream)
  }
  return { operations, unfit }
}
