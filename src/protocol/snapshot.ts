// GET /sync/v1/snapshot/:stream/:version?nonce=…: a stream folded at a version, for a first download [P16].
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'

export const snapshotRequest = z.strictObject({
  stream: wireId,
  /** Digits in the address. */
  version: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  nonce: wireId,
})

export const snapshotResponse = z.object({
  proto: z.int(),
  nonce: wireId,
  epoch: wireId,
  stream: wireId,
  version: z.int().min(1),
  /** Chain root at the version [P4]. */
  root: z.string().max(43),
  /** A packed state of the domain. */
  state: z.unknown(),
})

export type SnapshotRequest = z.infer<typeof snapshotRequest>
export type SnapshotResponse = z.infer<typeof snapshotResponse>
