// POST /sync/v1/pull: what a device has not seen yet, in pages per stream.
import { z } from './strictZod.ts'
import { wireOperation } from './wireOperation.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
/** Chain root at a version: root(0) = '', root(v) = SHA-256(root(v − 1) + hash of operation v) as base64url [P4]. */
const root = z.string().max(43)

export const pullRequest = z.strictObject({
  proto: z.int().min(1),
  nonce: id,
  device: id,
  /** Where the device stands per stream. Streams it does not name are sent from their beginning. */
  cursors: z.array(z.strictObject({ stream: id, version: z.int().min(0), root })).max(10_000),
  /** The most operations the answer may carry. */
  max: z.int().min(1).max(5_000),
})

export type PullRequest = z.infer<typeof pullRequest>

export const pullPage = z.object({
  stream: id,
  /** Version of the first operation: cursor + 1 [P3]. */
  from: z.int().min(1),
  ops: z.array(wireOperation),
  /** Chain root after the last operation. */
  root,
})

export type PullPage = z.infer<typeof pullPage>

export const pullResponse = z.object({
  proto: z.int(),
  nonce: id,
  epoch: id,
  at: z.string(),
  pages: z.array(pullPage),
  /** Streams whose cursor does not fit the server's log: fetch them anew from version 0, keeping everything unsent. */
  refetch: z.array(id),
  /** There is more than `max` allowed: pull again at once. */
  hasMore: z.boolean(),
})

export type PullResponse = z.infer<typeof pullResponse>
