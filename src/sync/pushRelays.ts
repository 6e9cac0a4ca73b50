// Hands runs of other devices to the server: what a restore took away and this tablet still holds, and what was imported from a file.
// Each is proven by its own signature [P12]; sending one twice changes nothing.
import { answersAll } from './answersAll.ts'
import { exchange, type ExchangeTrouble } from './exchange.ts'
import type { SyncContext } from './SyncContext.ts'
import { readRelays } from '../localdb/readRelays.ts'
import type { SignedRun } from '../localdb/saveRelays.ts'
import { settleRelay } from '../localdb/settleRelay.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { mostMessageBytes } from '../protocol/limits.ts'
import { pushResponse, type PushBatch, type PushResponse, type Verdict } from '../protocol/push.ts'

/** A relayed run is at most a batch, so this many keep a message below its limit in nearly every case; else it is halved [P6]. */
const mostTogether = 4

/** Returns how many runs the server has now. Runs that come after something it lacks wait for another contact. */
export async function pushRelays(context: SyncContext): Promise<Result<number, ExchangeTrouble>> {
  const waiting = (await readRelays(context.db)).filter((run) => !context.relaysAside.has(nameOf(run)))
  let taken = 0
  for (let at = 0, together = mostTogether; at < waiting.length;) {
    const runs = waiting.slice(at, at + together)
    const sent = await pushTogether(context, runs)
    if (sent.ok) {
      taken += sent.value
      at += runs.length
    } else if (sent.error.code !== 'too-large') {
      return sent
    } else if (runs.length > 1) {
      together = Math.ceil(together / 2)
    } else {
      for (const run of runs) await refuseTooLarge(context, run)
      at += 1
    }
  }
  return ok(taken)
}

/**
 * Alone in its message and still too large. Only what is beyond the server's own limit will never pass: anything smaller is refused by
 * somebody in between, a portal or a proxy, and is tried again in the next pass.
 */
async function refuseTooLarge({ db }: SyncContext, run: SignedRun): Promise<void> {
  const bytes = run.operations.reduce((sum, { header, body, salt }) => sum + [header, body, salt].join('').length, 0)
  if (bytes > mostMessageBytes) await settleRelay(db, run, 'too-large')
}

async function pushTogether(
  context: SyncContext,
  runs: readonly SignedRun[],
): Promise<Result<number, ExchangeTrouble>> {
  const { device, deviceKey } = context.signer
  const content = { device, deviceKey, epoch: context.epoch(), batches: runs.map(batchOf) }
  const answer = await exchange(context, { path: '/sync/v1/push', content }, pushResponse)
  if (!answer.ok) return answer
  const sent = runs.map(({ stream, from, operations }) => ({ stream, ns: operations.map((_, index) => from + index) }))
  if (!answersAll(answer.value, sent)) return err({ code: 'not-our-server', retryAfterMs: null })
  context.onEpoch(answer.value.epoch)
  return ok(await settle(context, runs, answer.value.results))
}

function batchOf({ stream, operations, signature, device, deviceKey, again }: SignedRun): PushBatch {
  const ops = operations.map(({ header, body, salt }) => ({ h: header, b: body, s: salt }))
  return { stream, ops, signature, origin: { device, deviceKey }, ...(again && { again }) }
}

async function settle(
  context: SyncContext,
  runs: readonly SignedRun[],
  results: PushResponse['results'],
): Promise<number> {
  let taken = 0
  for (const [index, run] of runs.entries()) {
    const outcome = outcomeOf(results[index]?.verdicts ?? [])
    if (outcome === 'waits') {
      context.relaysAside.add(nameOf(run))
      continue
    }
    await settleRelay(context.db, run, outcome === 'taken' ? null : outcome.code)
    if (outcome === 'taken') taken += 1
  }
  return taken
}

function outcomeOf(verdicts: readonly Verdict[]): 'taken' | 'waits' | { readonly code: string } {
  let outcome: ReturnType<typeof outcomeOf> = 'taken'
  for (const verdict of verdicts) {
    if (verdict.verdict === 'quarantined') return { code: verdict.code }
    if (verdict.verdict === 'fork') return { code: 'fork' }
    if (verdict.verdict === 'need') outcome = 'waits'
  }
  return outcome
}

function nameOf({ device, stream, from }: SignedRun): string {
  return `${device}/${stream}/${String(from)}`
}
