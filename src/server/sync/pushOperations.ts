// A push: every operation gets its verdict [P5], and nothing is answered before it is durable.
import { must } from '../../domain/must.ts'
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { PushBatch, PushRequest, PushResponse } from '../../protocol/push.ts'
import type { DeviceWithKey } from '../store/devices.ts'
import type { RefusalCode } from '../store/QuarantineCode.ts'
import { receiveRun, type ReceivedRun } from '../store/receiveRun.ts'
import type { SyncContext } from './SyncContext.ts'

/** Rejects with a StoreError; what was stored until then is answered as `duplicate` the next time. */
export async function pushOperations(context: SyncContext, request: PushRequest): Promise<PushResponse> {
  const { devices, epoch, now } = context
  const batches = request.batches.map((batch) => verifyBatch(context, request, batch))
  // Before the run itself, so that its signature never stands in the log without its key.
  for (const { author, refusal } of batches) if (refusal === undefined) await devices.note(author)
  // All at once, so that runs of one stream share a transaction; they stay in order.
  const results = await Promise.all(batches.map((batch) => settleBatch(context, batch)))
  return { proto: protocolVersion, nonce: request.nonce, epoch, at: now().toISOString(), results }
}

interface VerifiedBatch {
  readonly stream: string
  readonly author: DeviceWithKey
  readonly run: ReceivedRun
  /** Why the whole run is not its author's word. */
  readonly refusal: RefusalCode | undefined
}

function verifyBatch({ devices, sha256 }: SyncContext, request: PushRequest, batch: PushBatch): VerifiedBatch {
  const { stream, signature, origin, again = false } = batch
  const { device, deviceKey } = origin ?? request
  const author = { device, ...deviceKey }
  const operations = batch.ops.map(({ h, b, s }) => ({ header: h, body: b, salt: s }))
  const run = { stream, device, signature, operations, isRelayed: origin !== undefined, isAgain: again }
  const { header } = must(operations.at(-1), 'an operation')
  const refusal = devices.verify(author, { text: header, signature })
  return { stream, author, refusal, run: receiveRun(run, sha256) }
}

async function settleBatch(
  { store, appendQueue, organisation, now }: SyncContext,
  { stream, run, refusal }: VerifiedBatch,
): Promise<PushResponse['results'][number]> {
  const address = { organisation, stream }
  if (refusal !== undefined) {
    const verdicts = await store.keepAside(address, { run, code: refusal }, now().toISOString())
    return { stream, verdicts: [...verdicts] }
  }
  const { verdicts, root } = await appendQueue.append(address, run)
  return { stream, verdicts: [...verdicts], ...(root !== undefined && { root }) }
}
