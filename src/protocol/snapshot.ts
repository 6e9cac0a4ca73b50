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
  /** A packed state of the domain: a `zippedState`, or what a later release makes of it. */
  state: z.unknown(),
})

/** A device that does not know the form pulls the log. */
export const zippedState = z.object({
  /** The packed state's format. */
  packed: z.int(),
  /** Bytes of its JSON before zipping. */
  size: z.int().min(0),
  /** Base64 of its zipped JSON: a third more on the wire than bytes, and nothing else to do for either side. */
  gzip: z.base64(),
})

export type ZippedState = z.infer<typeof zippedState>
export type SnapshotRequest = z.infer<typeof snapshotRequest>
export type SnapshotResponse = z.infer<typeof snapshotResponse>
