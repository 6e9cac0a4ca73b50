// POST /sync/v1/push: signed runs go up, a verdict for every operation comes back.
import { mostOperationsPerBatch } from './limits.ts'
import { deviceKey, signature } from './signature.ts'
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'
import { pushedOperation } from './wireOperation.ts'

/** One run: contiguous operations of one device in one stream, signed at their head. */
export const pushBatch = z.strictObject({
  stream: wireId,
  ops: z.array(pushedOperation).min(1).max(mostOperationsPerBatch),
  signature,
  /** Whose run it is, where another device or a file hands it over; absent: the pushing device's own [P12]. */
  origin: z.strictObject({ device: wireId, deviceKey }).optional(),
  /** The run was in a server's log before, which has lost it since. It may then come before what it follows, and is not stale [P13]. */
  again: z.boolean().optional(),
})

export const pushRequest = z.strictObject({
  proto: z.int().min(1),
  /** Fresh randomness; an answer counts only if it echoes it [P2]. */
  nonce: wireId,
  device: wireId,
  deviceKey,
  /** The epoch the device last saw; null before its first contact. */
  epoch: wireId.nullable(),
  batches: z.array(pushBatch).max(50),
})

export type PushBatch = z.infer<typeof pushBatch>
export type PushRequest = z.infer<typeof pushRequest>

/** Why an operation was put into quarantine: kept and shown, but not part of the log. */
export const quarantineCodes = [
  'malformed-operation',
  'body-mismatch',
  'wrong-stream',
  'wrong-device',
  /** The run's signature does not cover it: what follows it in the run does not name it. */
  'broken-chain',
  'too-large',
  /** The signature is not of this key over this run. */
  'bad-signature',
  /** The key is not the one that the device's id was made from. */
  'wrong-key',
  /** An order-sensitive act that had not seen everything. */
  'stale-heads',
  /** The stream belongs to another organisation. */
  'wrong-organisation',
] as const

/** One of `quarantineCodes`. A later server may know more of them: one it does not know must not cost a tablet the answer [P18]. */
export const refusalCode = z.string().regex(/^[a-z-]{1,40}$/)

export const verdict = z.discriminatedUnion('verdict', [
  /** In the log and durable. */
  z.object({ verdict: z.literal('acked'), n: z.int() }),
  /** Was already there, byte for byte. */
  z.object({ verdict: z.literal('duplicate'), n: z.int() }),
  /** The server misses operations before this one: send from `from` on [P5]. */
  z.object({ verdict: z.literal('need'), n: z.int(), from: z.int() }),
  /** Another operation with this dot is in the log: two devices share an id. */
  z.object({ verdict: z.literal('fork'), n: z.int() }),
  z.object({ verdict: z.literal('quarantined'), n: z.int(), code: refusalCode }),
])

export type Verdict = z.infer<typeof verdict>

export const pushResponse = z.object({
  proto: z.int(),
  nonce: wireId,
  epoch: wireId,
  /** The server's clock, an ISO instant: from it the device learns its offset. */
  at: z.string(),
  /** Per batch, in the order sent; per operation, in the order sent. */
  results: z.array(
    z.object({
      stream: wireId,
      verdicts: z.array(verdict),
      /** Chain root after the batch, where all of it went into the log now, one operation behind the other [P19]. */
      root: z.string().max(43).optional(),
    }),
  ),
})

export type PushResponse = z.infer<typeof pushResponse>
