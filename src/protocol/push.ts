// POST /sync/v1/push: a device's own new operations go up, a verdict for each comes back.
import { mostOperationsPerBatch } from './limits.ts'
import { deviceKey, signature } from './signature.ts'
import { z } from './strictZod.ts'
import { wireOperation } from './wireOperation.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** One run: contiguous operations of one device in one stream, signed at their head. */
export const pushBatch = z.strictObject({
  stream: id,
  ops: z.array(wireOperation).min(1).max(mostOperationsPerBatch),
  signature,
})

export const pushRequest = z.strictObject({
  proto: z.int().min(1),
  /** Fresh randomness; an answer counts only if it echoes it [P2]. */
  nonce: id,
  device: id,
  deviceKey,
  /** The epoch the device last saw; null before its first contact. */
  epoch: id.nullable(),
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
  'broken-chain',
  'too-large',
] as const

export const verdict = z.discriminatedUnion('verdict', [
  /** In the log and durable. */
  z.strictObject({ verdict: z.literal('acked'), n: z.int() }),
  /** Was already there, byte for byte. */
  z.strictObject({ verdict: z.literal('duplicate'), n: z.int() }),
  /** The server misses operations before this one: send from `from` on [P5]. */
  z.strictObject({ verdict: z.literal('need'), n: z.int(), from: z.int() }),
  /** Another operation with this dot is in the log: two devices share an id. */
  z.strictObject({ verdict: z.literal('fork'), n: z.int() }),
  z.strictObject({ verdict: z.literal('quarantined'), n: z.int(), code: z.enum(quarantineCodes) }),
])

export type Verdict = z.infer<typeof verdict>

export const pushResponse = z.object({
  proto: z.int(),
  nonce: id,
  epoch: id,
  /** The server's clock, an ISO instant: from it the device learns its offset. */
  at: z.string(),
  /** Per batch, in the order sent; per operation, in the order sent. */
  results: z.array(z.object({ stream: id, verdicts: z.array(verdict) })),
})

export type PushResponse = z.infer<typeof pushResponse>
