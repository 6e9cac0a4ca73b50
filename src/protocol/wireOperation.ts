// An operation on the wire: its header text verbatim, with the body and salt beside it (so that an erasure can remove them).
import { z } from './strictZod.ts'

export const wireOperation = z.strictObject({
  /** Header text. */
  h: z.string().min(1),
  /** Body text. */
  b: z.string(),
  /** Salt. */
  s: z.string(),
})
