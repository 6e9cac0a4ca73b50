// Sends what waits on this tablet, oldest first per audit, until nothing waits or something stands in the way.
// Nothing is marked as sent without its own verdict, and one bad entry never holds up another [P5].
import { answersAll } from './answersAll.ts'
import { exchange, type ExchangeTrouble } from './exchange.ts'
import { fillBatches, signBatch, widestLimits, type PushLimits } from './fillBatches.ts'
import type { SyncContext } from './SyncContext.ts'
import { expectKept, keepPushed, noteSeveral, type AnsweredBatch, type ExpectedPushes } from './keepPushed.ts'
import { settleVerdicts, type Verdicts } from './settleVerdicts.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import type { OwnRun } from '../localdb/listUnsent.ts'
import { markOwn } from '../localdb/markOwn.ts'
import { readOutlook, type Outlook } from '../localdb/readOutlook.ts'
import { readRun } from '../localdb/readRun.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { mostOperationBytes } from '../protocol/limits.ts'
import { pushResponse } from '../protocol/push.ts'

export interface PushPass {
  /** Starts at `widestLimits`; narrowed when the server or the line finds it too much, and kept for the next pass. */
  readonly limits: PushLimits
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void
  /** Something of what waited is noted as sent, and only has to be put in order. */
  readonly onNoted: () => void
}

export interface PushOutcome {
  /** How things stand on this tablet now that nothing waits that could be sent. */
  readonly result: Result<Outlook, ExchangeTrouble>
  readonly limits: PushLimits
  /** The server has said something about what was sent. */
  readonly hasSent: boolean
  /** Something of it is part of the pulled log already. */
  readonly hasKept: boolean
}

export async function pushUnsent(context: SyncContext, pass: PushPass): Promise<PushOutcome> {
  let limits = pass.limits
  let done = 0
  let [hasSent, hasKept] = [false, false]
  // A stream that the server asks for the same things twice waits for the next pass: no argument without end.
  const asked = new Set<string>()
  const setAside = new Set<StreamId>()
  for (;;) {
    const outlook = await readOutlook(context.db)
    const runs = outlook.unsent.filter(({ stream }) => !setAside.has(stream))
    if (runs.length === 0) return { result: ok(outlook), limits, hasSent, hasKept }
    const total = done + runs.reduce((sum, { from, to }) => sum + to - from + 1, 0)
    pass.onProgress({ done, total })
    const sent = await pushOnce(context, { unsent: runs, few: outlook.few }, { limits, onNoted: pass.onNoted })
    if (sent.ok) {
      limits = widen(limits)
      done += sent.value.settled
      hasSent = true
      hasKept ||= sent.value.hasKept
      for (const { stream, from } of sent.value.needs) {
        const request = `${stream}:${String(from)}`
        if (asked.has(request)) setAside.add(stream)
        asked.add(request)
      }
    } else if (canNarrow(sent.error, limits)) {
      limits = narrow(limits)
    } else if (sent.error.code === 'too-large') {
      const [first] = runs
      if (first !== undefined && !(await refuseTooLarge(context.db, first))) setAside.add(first.stream)
    } else {
      return { result: sent, limits: sent.error.code === 'timeout' ? narrow(limits) : limits, hasSent, hasKept }
    }
  }
}

interface Settled extends Verdicts {
  /** Something of it is part of the pulled log already. */
  readonly hasKept: boolean
}

/** One request. Its verdicts are written down before it returns. */
async function pushOnce(
  context: SyncContext,
  waiting: Pick<Outlook, 'unsent' | 'few'>,
  { limits, onNoted }: Pick<PushPass, 'limits' | 'onNoted'>,
): Promise<Result<Settled, ExchangeTrouble>> {
  const { db, signer } = context
  const { batches, damaged } = await fillBatches(db, waiting, limits)
  for (const { stream, n } of damaged) await markOwn(db, stream, [{ n, status: 'refused', code: 'damaged' }])
  if (batches.length === 0) return ok({ settled: damaged.length, needs: [], hasKept: false })
  const signed = await Promise.all(batches.map((batch) => signBatch(signer, batch)))
  const { device, deviceKey } = signer
  const content = { device, deviceKey, epoch: context.epoch(), batches: signed }
  const sending = batches.flatMap((batch, index) => {
    const signature = signed[index]?.signature
    return signature === undefined ? [] : [{ ...batch, signature }]
  })
  const [answer, expected] = await Promise.all([
    exchange(context, { path: '/sync/v1/push', content }, pushResponse),
    expectKept(db, sending),
  ])
  if (!answer.ok) return answer
  const sent = batches.map(({ stream, operations }) => ({ stream, ns: operations.map(({ n }) => n) }))
  if (!answersAll(answer.value, sent)) return err({ code: 'not-our-server', retryAfterMs: null })
  context.onEpoch(answer.value.epoch)
  const answered = answer.value.results.flatMap((result, index) => {
    const batch = sending[index]
    return batch ? [{ ...batch, result }] : []
  })
  if (await noteSeveral(db, answered)) onNoted()
  return ok(await settleAnswer(context, answered, expected))
}

async function settleAnswer(
  context: SyncContext,
  answered: readonly AnsweredBatch[],
  expected: ExpectedPushes,
): Promise<Settled> {
  const kept = await keepPushed(context.db, answered, expected)
  const others = answered.flatMap(({ result }) => (kept.has(result.stream) ? [] : [result]))
  const { settled, needs } = await settleVerdicts(context, others)
  const keptOperations = [...kept.values()].reduce((sum, count) => sum + count, 0)
  return { settled: settled + keptOperations, needs, hasKept: kept.size > 0 }
}

function canNarrow({ code }: ExchangeTrouble, limits: PushLimits): boolean {
  return code === 'too-large' && limits.operations > 1
}

function narrow({ operations, bytes }: PushLimits): PushLimits {
  return { operations: Math.max(1, Math.floor(operations / 2)), bytes: Math.max(1, Math.floor(bytes / 2)) }
}

function widen({ operations, bytes }: PushLimits): PushLimits {
  return {
    operations: Math.min(widestLimits.operations, operations * 2),
    bytes: Math.min(widestLimits.bytes, bytes * 2),
  }
}

/**
 * Alone in its message and still too large. Only what is beyond the server's own limit will never pass: anything smaller is refused by
 * somebody in between, a portal or a proxy, and is tried again in the next pass. True where it was refused for good.
 */
async function refuseTooLarge(db: LocalDatabase, { stream, from }: OwnRun): Promise<boolean> {
  const { operations } = await readRun(db, { stream, from, to: from })
  if ((operations[0]?.size ?? Infinity) <= mostOperationBytes) return false
  await markOwn(db, stream, [{ n: from, status: 'refused', code: 'too-large' }])
  return true
}
