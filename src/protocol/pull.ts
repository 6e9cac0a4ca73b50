// POST /sync/v1/pull: what a device has not seen yet, in pages per stream.
import { deviceKey, serverKey } from './signature.ts'
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'
import { wireOperation } from './wireOperation.ts'

/** Chain root at a version: root(0) = '', root(v) = SHA-256(root(v − 1) + hash of operation v) as base64url [P4]. */
const root = z.string().max(43)

export const pullRequest = z.strictObject({
  proto: z.int().min(1),
  nonce: wireId,
  device: wireId,
  /** Where the device stands per stream. Streams it does not name are sent from their beginning. */
  cursors: z.array(z.strictObject({ stream: wireId, version: z.int().min(0), root })).max(10_000),
  /** The most operations the answer may carry. */
  max: z.int().min(1).max(5_000),
  /** Asks for `facts`. */
  facts: z.boolean().optional(),
  /** The device takes snapshots: see `snapshots` in the answer. */
  snapshots: z.boolean().optional(),
})

export type PullRequest = z.infer<typeof pullRequest>

export const pullPage = z.object({
  stream: wireId,
  /** Version of the first operation: cursor + 1 [P3]. */
  from: z.int().min(1),
  ops: z.array(wireOperation),
  /** Chain root after the last operation. */
  root,
})

export type PullPage = z.infer<typeof pullPage>

/** What the server knows beside the log [P15]. */
const pullFacts = z.object({
  /** How far the server has taken the asking device's own operations without a gap, and the hash of the last of them. */
  marks: z.array(z.object({ stream: wireId, n: z.int().min(1), hash: z.string().max(43) })),
  /** Up to which version a stream is in the second newest backup; streams in no such backup are absent. */
  backedUp: z.array(z.object({ stream: wireId, version: z.int().min(1) })),
  /** With this key the server signs its receipts of evidence [P23]. */
  serverKey: serverKey.optional(),
  /** Evidence with a receipt from before this instant of the server's clock is in the second newest backup; absent while there is none [P24]. */
  evidenceBackedUpTo: z.string().optional(),
})

export const pullResponse = z.object({
  proto: z.int(),
  nonce: wireId,
  epoch: wireId,
  at: z.string(),
  pages: z.array(pullPage),
  /** Streams whose cursor does not fit the server's log: fetch them anew from version 0, keeping everything unsent. */
  refetch: z.array(wireId),
  /** There is more than `max` allowed: pull again at once. */
  hasMore: z.boolean(),
  /** Keys of the devices whose signatures the pages carry; absent where there are none [P12]. */
  keys: z.array(z.object({ device: wireId, ...deviceKey.shape })).optional(),
  /** When asked for. */
  facts: pullFacts.optional(),
  /** Streams left out of `pages` because a snapshot brings them faster: fetch it, then pull on from its version [P16]. */
  snapshots: z.array(z.object({ stream: wireId, version: z.int().min(1), root })).optional(),
})

export type PullResponse = z.infer<typeof pullResponse>
