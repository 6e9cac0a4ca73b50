// Writes the server's verdicts down. What it took waits for its page, what it refused waits for a person, what it misses is sent again.
import type { SyncContext } from './SyncContext.ts'
import { markOwn, type OwnMark } from '../localdb/markOwn.ts'
import { reviveOwn } from '../localdb/reviveOwn.ts'
import { assertNever } from '../domain/must.ts'
import { isStreamId, type StreamId } from '../domain/oplog/Dot.ts'
import type { PushResponse, Verdict } from '../protocol/push.ts'

/** The server misses this device's operations of a stream from here on. */
export interface Need {
  readonly stream: StreamId
  readonly from: number
}

export interface Verdicts {
  /** Operations that need not be sent again. */
  readonly settled: number
  readonly needs: readonly Need[]
}

type SettlingPorts = Pick<SyncContext, 'db' | 'signer'>

export async function settleVerdicts(ports: SettlingPorts, results: PushResponse['results']): Promise<Verdicts> {
  let settled = 0
  const needs: Need[] = []
  for (const { stream, verdicts } of results) {
    if (!isStreamId(stream)) continue
    const marks = verdicts.flatMap(markOf)
    await markOwn(ports.db, stream, marks)
    settled += marks.length
    const needed = verdicts.flatMap((verdict) => (verdict.verdict === 'need' ? [verdict] : []))
    if (needed.length === 0) continue
    needs.push(await answerNeed(ports, stream, needed))
  }
  return { settled, needs }
}

function markOf(verdict: Verdict): OwnMark[] {
  switch (verdict.verdict) {
    case 'acked':
    case 'duplicate':
      return [{ n: verdict.n, status: 'acked' }]
    case 'fork':
      return [{ n: verdict.n, status: 'refused', code: 'fork' }]
    case 'quarantined':
      return [{ n: verdict.n, status: 'refused', code: verdict.code }]
    case 'need':
      return []
    default:
      return assertNever(verdict)
  }
}

/** Puts what the server misses back into the outbox; what is nowhere any more makes its successors unsendable, and they say so. */
async function answerNeed(
  { db, signer }: SettlingPorts,
  stream: StreamId,
  needed: readonly { readonly n: number; readonly from: number }[],
): Promise<Need> {
  const from = Math.min(...needed.map((verdict) => verdict.from))
  const missing = new Set(await reviveOwn(db, { stream, device: signer.device, from, why: 'need' }))
  if (missing.size > 0) {
    const marks = needed.filter(({ n }) => !missing.has(n)).map(({ n }) => asUnsendable(n))
    await markOwn(db, stream, marks)
  }
  return { stream, from }
}

function asUnsendable(n: number): OwnMark {
  return { n, status: 'refused', code: 'missing-before' }
}
