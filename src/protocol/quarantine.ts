// GET /sync/v1/quarantine?nonce=…: what the server keeps outside the log, for an administrator. Never carries a body.
import { refusalCode } from './push.ts'
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'

export const quarantineRequest = z.strictObject({ nonce: wireId })

const quarantinedEntry = z.object({
  stream: wireId,
  device: wireId,
  /** Its place in the device's chain, as claimed; 0 where it claims none. */
  n: z.int().min(0),
  /** One of `quarantineCodes`, or `fork`; a later server may know more of them. */
  code: refusalCode,
  /** Read from its header as far as that goes. */
  kind: z.string().nullable(),
  entity: z.string().nullable(),
  author: z.string().nullable(),
  /** The server's clock, an ISO instant. */
  receivedAt: z.string(),
})

export type QuarantinedEntry = z.infer<typeof quarantinedEntry>

export const quarantineResponse = z.object({
  proto: z.int(),
  nonce: wireId,
  epoch: wireId,
  /** Newest first. */
  entries: z.array(quarantinedEntry),
  /** There are older ones beside these. */
  hasMore: z.boolean(),
})

export type QuarantineRequest = z.infer<typeof quarantineRequest>
export type QuarantineResponse = z.infer<typeof quarantineResponse>
