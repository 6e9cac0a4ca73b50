// One whole attempt: send, fetch, and put right what a restored or replaced server makes necessary.
import type { ExchangeTrouble } from './exchange.ts'
import type { PushLimits } from './fillBatches.ts'
import { pullNews } from './pullNews.ts'
import { pushUnsent } from './pushUnsent.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncPhase } from './SyncStatus.ts'
import { listStreams } from '../localdb/listStreams.ts'
import { markForRefetch } from '../localdb/markForRefetch.ts'
import { reviveOwn } from '../localdb/reviveOwn.ts'
import { settleRefetch } from '../localdb/settleRefetch.ts'
import { splitDot } from '../domain/oplog/Dot.ts'
import { ok, type Result } from '../domain/Result.ts'

export interface Round {
  readonly limits: PushLimits
  readonly onPhase: (phase: SyncPhase) => void
  /** A refetch that was cut short by the last closing may be waiting for its end. */
  readonly isFirst: boolean
  /** True once when an answer came from another epoch than before. */
  readonly takeRewind: () => boolean
}

export interface RoundOutcome {
  readonly result: Result<'synced', ExchangeTrouble>
  readonly limits: PushLimits
}

/** Sending, fetching, and once more where fetching showed that the server has lost something of ours. */
const mostTurns = 3

export async function syncRound(context: SyncContext, round: Round): Promise<RoundOutcome> {
  let { limits } = round
  for (let turn = 1; ; turn += 1) {
    const pushed = await pushUnsent(context, {
      limits,
      onProgress: (progress) => round.onPhase({ state: 'sending', ...progress }),
    })
    limits = pushed.limits
    if (!pushed.result.ok) return { result: pushed.result, limits }
    const pulled = await pullNews(context, { onProgress: (done) => round.onPhase({ state: 'receiving', done }) })
    if (!pulled.ok) return { result: pulled, limits }
    const hasRewound = round.takeRewind() && (await rewind(context))
    const hasRevived = (pulled.value.hasChanged || (round.isFirst && turn === 1)) && (await settle(context))
    if ((!hasRewound && !hasRevived) || turn === mostTurns) return { result: ok('synced'), limits }
  }
}

/** A new epoch: the server was restored. Everything of ours is offered again and everything of others fetched again. */
async function rewind({ db, signer }: SyncContext): Promise<true> {
  for (const { stream } of await listStreams(db)) {
    await reviveOwn(db, { stream, device: signer.device, from: 1 })
    await markForRefetch(db, stream)
  }
  return true
}

/** True where the server's log lacks something of ours that only older pages hold: it is in the outbox again. */
async function settle({ db, signer }: SyncContext): Promise<boolean> {
  let hasRevived = false
  for (const { stream, isRefetching } of await listStreams(db)) {
    if (!isRefetching) continue
    const own = (await settleRefetch(db, stream)).map(splitDot).filter(({ device }) => device === signer.device)
    if (own.length === 0) continue
    await reviveOwn(db, { stream, device: signer.device, from: Math.min(...own.map(({ n }) => n)) })
    hasRevived = true
  }
  return hasRevived
}
