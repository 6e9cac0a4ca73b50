// Puts right what a restored or replaced server has lost: this tablet's own operations and those of others that only it still holds.
import type { SyncContext } from './SyncContext.ts'
import { listStreams, type ListedStream } from '../localdb/listStreams.ts'
import { noteFacts } from '../localdb/noteFacts.ts'
import { relayFromPages } from '../localdb/relayFromPages.ts'
import { reofferBlocked } from '../localdb/reofferBlocked.ts'
import { reviveOwn } from '../localdb/reviveOwn.ts'
import { ownNotInOutbox } from '../localdb/ownNotInOutbox.ts'
import { settleRefetch, type RefetchOutcome } from '../localdb/settleRefetch.ts'
import { auditKinds } from '../domain/audit/auditKinds.ts'
import { isStreamId, type StreamId } from '../domain/oplog/Dot.ts'
import type { PullResponse } from '../protocol/pull.ts'

type WireFacts = NonNullable<PullResponse['facts']>

/** Up to which n own operations are acknowledged, by stream: to be looked at before the facts are asked for. */
export type AckedBefore = ReadonlyMap<StreamId, number>

export function ackedHere(streams: readonly ListedStream[]): AckedBefore {
  return new Map(streams.map(({ stream, acked }) => [stream, acked]))
}

/**
 * Writes the facts down. True where something must be sent because of them. Pages that came after the facts may hold what these do
 * not know of yet, by a copy of this tablet or a late push: only what was acknowledged before can have been lost.
 */
export async function takeFacts(
  { db, signer, relaysAside }: Pick<SyncContext, 'db' | 'signer' | 'relaysAside'>,
  facts: WireFacts,
  acked: AckedBefore,
): Promise<boolean> {
  relaysAside.clear()
  const marks = facts.marks.flatMap(({ stream, ...mark }) => (isStreamId(stream) ? [{ stream, ...mark }] : []))
  const backedUp = facts.backedUp.flatMap(({ stream, version }) => (isStreamId(stream) ? [{ stream, version }] : []))
  const missing = await noteFacts(db, { marks, backedUp })
  const losses = missing.filter(({ stream, from }) => from <= (acked.get(stream) ?? 0))
  for (const { stream, from } of losses) await reviveOwn(db, { stream, device: signer.device, from, why: 'loss' })
  const isReoffered = await reofferBlocked(db, marks)
  return losses.length > 0 || isReoffered
}

/** True where the server's log lacks something that only older pages hold, and it waits to be sent now. */
export async function settleRefetches(context: SyncContext): Promise<boolean> {
  let isWaiting = false
  for (const { stream, isRefetching } of await listStreams(context.db)) {
    if (!isRefetching) continue
    const outcome = await settleRefetch(context.db, stream, auditKinds)
    if (outcome.lacking.length > 0 && (await offerLacking(context, stream, outcome))) isWaiting = true
  }
  return isWaiting
}

async function offerLacking({ db, signer }: SyncContext, stream: StreamId, outcome: RefetchOutcome): Promise<boolean> {
  const { device } = signer
  const own = outcome.lacking.filter((operation) => operation.device === device).map(({ n }) => n)
  const others = outcome.lacking.filter((operation) => operation.device !== device)
  const relayed = await relayFromPages(db, stream, { ...outcome, lacking: others })
  // What has a row waits already, or was refused: then it is in the server's quarantine.
  const lost = await ownNotInOutbox(db, stream, own)
  if (lost.length > 0) await reviveOwn(db, { stream, device, from: Math.min(...lost), why: 'loss' })
  return relayed > 0 || lost.length > 0
}
