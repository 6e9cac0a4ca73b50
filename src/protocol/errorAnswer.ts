// What every refused request answers with: a closed code that clients translate, never prose.
import { z } from './strictZod.ts'

export const errorCodes = [
  'malformed-request',
  'unsupported-protocol',
  'batch-too-large',
  /** The request came under a name that is not the server's own (DNS rebinding, a foreign page). */
  'wrong-address',
  'not-found',
  'busy',
  'storage-full',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export const errorAnswer = z.object({
  error: z.object({ code: z.enum(errorCodes), retryAfterMs: z.int().optional() }),
})

export type ErrorAnswer = z.infer<typeof errorAnswer>
