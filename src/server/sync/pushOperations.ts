// A push: every operation gets its verdict [P5], and nothing is answered before it is durable.
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { PushBatch, PushRequest, PushResponse } from '../../protocol/push.ts'
import { receiveOperation } from '../store/receiveOperation.ts'
import type { SyncContext } from './SyncContext.ts'

/** Rejects with a StoreError; what was stored until then is answered as `duplicate` the next time. */
export async function pushOperations(context: SyncContext, request: PushRequest): Promise<PushResponse> {
  const { store, organisation, epoch, now } = context
  await store.noteDevice(organisation, { device: request.device, ...request.deviceKey }, now().toISOString())
  const results: PushResponse['results'] = []
  // One after the other: a second batch of the same stream continues the first.
  for (const batch of request.batches) {
    results.push({ stream: batch.stream, verdicts: [...(await pushBatch(context, request.device, batch))] })
  }
  return { proto: protocolVersion, nonce: request.nonce, epoch, at: now().toISOString(), results }
}

function pushBatch({ appendQueue, organisation, sha256 }: SyncContext, device: string, batch: PushBatch) {
  const origin = { stream: batch.stream, device }
  const operations = batch.ops.map(({ h, b, s }) => receiveOperation({ header: h, body: b, salt: s }, origin, sha256))
  return appendQueue.append({ organisation, stream: batch.stream }, { device, operations, signature: batch.signature })
}
