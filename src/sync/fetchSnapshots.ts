// A first download: the state of each offered stream in place of its log [P16]. What cannot be had or read is pulled as a log instead.
import { fetchMessage, type ExchangeTrouble } from './exchange.ts'
import type { SyncContext } from './SyncContext.ts'
import { recordBase, type PulledBase } from '../localdb/recordBase.ts'
import { refuseSnapshot } from '../localdb/wantWholeLog.ts'
import { isStreamId, type StreamId } from '../domain/oplog/Dot.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import type { PullResponse } from '../protocol/pull.ts'
import { snapshotResponse, zippedState, type ZippedState } from '../protocol/snapshot.ts'

type Offer = NonNullable<PullResponse['snapshots']>[number]

/** A browser opens six connections to a server at most; one is the poke's and one is for what a person does. */
const atOnce = 4

/** Returns how many versions are here now that were not before. */
export async function fetchSnapshots(
  context: SyncContext,
  offers: readonly Offer[],
): Promise<Result<number, ExchangeTrouble>> {
  const waiting = [...offers]
  let versions = 0
  let trouble: ExchangeTrouble | undefined
  const fetchInTurn = async () => {
    for (let offer = waiting.shift(); offer !== undefined && trouble === undefined; offer = waiting.shift()) {
      const fetched = isStreamId(offer.stream) ? await fetchOne(context, { ...offer, stream: offer.stream }) : ok(0)
      if (fetched.ok) versions += fetched.value
      else trouble = fetched.error
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, offers.length) }, fetchInTurn))
  return trouble === undefined ? ok(versions) : err(trouble)
}

async function fetchOne(
  context: SyncContext,
  { stream, version, root }: Offer & { readonly stream: StreamId },
): Promise<Result<number, ExchangeTrouble>> {
  const path = `/sync/v1/snapshot/${stream}/${String(version)}`
  const fetched = await fetchMessage(context, path, snapshotResponse)
  if (!fetched.ok && fetched.error.code !== 'not-found') return err(fetched.error)
  if (fetched.ok && isOffered(fetched.value, { stream, version, root })) {
    const state = zippedState.safeParse(fetched.value.state)
    if (state.success && (await keep(context, { stream, version, root }, state.data))) return ok(version)
  }
  await refuseSnapshot(context.db, stream)
  return ok(0)
}

async function keep(
  { db }: SyncContext,
  place: Pick<PulledBase, 'stream' | 'version' | 'root'>,
  { packed, size, gzip }: ZippedState,
): Promise<boolean> {
  const zipped = Uint8Array.from(atob(gzip), (character) => character.charCodeAt(0))
  return (await recordBase(db, { ...place, format: packed, size, zipped })) === 'recorded'
}

function isOffered(answer: Offer, offer: Offer): boolean {
  return answer.stream === offer.stream && answer.version === offer.version && answer.root === offer.root
}
