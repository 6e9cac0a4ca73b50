// What every refused request answers with: a closed code that clients translate, never prose.
import { z } from './strictZod.ts'

export const errorCodes = [
  'malformed-request',
  'unsupported-protocol',
  'batch-too-large',
  /** The request came under a name that is not the server's own (DNS rebinding, a foreign page). */
  'wrong-address',
  'not-found',
  /** Evidence that is none of `evidenceTypes` by its bytes. */
  'unsupported-type',
  /** A picture of more than `mostPicturePixels`. */
  'too-many-pixels',
  /** More than `mostEvidenceBytes`, or than one PUT may carry. */
  'evidence-too-large',
  /** The bytes that came in are not those that the address names. */
  'wrong-hash',
  'busy',
  'storage-full',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export const errorAnswer = z.object({
  error: z.object({ code: z.enum(errorCodes), retryAfterMs: z.int().optional() }),
})

export type ErrorAnswer = z.infer<typeof errorAnswer>
