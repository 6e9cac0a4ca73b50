// One whole attempt: send, fetch, and put right what a restored or replaced server makes necessary.
import type { ExchangeTrouble } from './exchange.ts'
import type { PushLimits } from './fillBatches.ts'
import { ackedHere, settleRefetches, takeFacts } from './healServer.ts'
import { pullNews } from './pullNews.ts'
import { pushRelays } from './pushRelays.ts'
import { pushUnsent } from './pushUnsent.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncPhase } from './SyncStatus.ts'
import { ok, type Result } from '../domain/Result.ts'
import type { ListedStream } from '../localdb/listStreams.ts'

/** Whether the server must be asked what it has of ours [P15]: at the first contact, on a new epoch, and when its log is another one. */
export interface FactsDue {
  readonly isDue: () => boolean
  readonly raise: () => void
  readonly settle: () => void
}

export interface Round {
  readonly limits: PushLimits
  readonly onPhase: (phase: SyncPhase) => void
  /** Something that waited is noted as sent; there may be more. */
  readonly onSent: () => void
  /** A refetch that was cut short by the last closing may be waiting for its end. */
  readonly isFirst: boolean
  readonly facts: FactsDue
}

export interface RoundOutcome {
  readonly result: Result<'synced', ExchangeTrouble>
  readonly limits: PushLimits
}

/** Send and fetch; see that the server has lost something; ask what; send that; fetch to see it there. */
const mostTurns = 5

export async function syncRound(context: SyncContext, round: Round): Promise<RoundOutcome> {
  let { limits } = round
  for (let turn = 1; ; turn += 1) {
    const pushed = await pushUnsent(context, {
      limits,
      onProgress: (progress) => round.onPhase({ state: 'sending', ...progress }),
      onNoted: round.onSent,
    })
    limits = pushed.limits
    if (!pushed.result.ok) return { result: pushed.result, limits }
    const { hasRelays, streams } = pushed.result.value
    const relayed = hasRelays ? await pushRelays(context) : ok(0)
    if (!relayed.ok) return { result: relayed, limits }
    if (pushed.hasSent) round.onSent()
    const isChanged = pushed.hasKept || (round.isFirst && turn === 1)
    const healed = await pullAndHeal(context, round, { isChanged, streams })
    if (!healed.ok) return { result: healed, limits }
    if (healed.value === 'done' || turn === mostTurns) return { result: ok('synced'), limits }
  }
}

async function pullAndHeal(
  context: SyncContext,
  round: Round,
  { isChanged, streams }: { readonly isChanged: boolean; readonly streams: readonly ListedStream[] },
): Promise<Result<'done' | 'more', ExchangeTrouble>> {
  const asksFacts = round.facts.isDue()
  const acked = ackedHere(streams)
  const pulled = await pullNews(context, {
    streams,
    asksFacts,
    onProgress: (done) => round.onPhase({ state: 'receiving', done }),
  })
  if (!pulled.ok) return pulled
  const { facts, hasChanged, hasRefetched } = pulled.value
  if (facts.told !== undefined) context.onFacts(facts.told)
  const isLost = facts.told !== undefined && (await takeFacts(context, facts.told, acked))
  if (facts.asked) round.facts.settle()
  else if (hasRefetched) round.facts.raise()
  const isLacking = (hasChanged || isChanged) && (await settleRefetches(context))
  return ok(isLost || isLacking || round.facts.isDue() ? 'more' : 'done')
}
