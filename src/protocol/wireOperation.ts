// An operation on the wire: its header text verbatim, with the body and salt beside it (so that an erasure can remove them).
import { signature } from './signature.ts'
import { z } from './strictZod.ts'

/** As it is pushed: the batch carries the signature. */
export const pushedOperation = z.strictObject({
  /** Header text. */
  h: z.string().min(1),
  /** Body text. */
  b: z.string(),
  /** Salt. */
  s: z.string(),
})

/** As it is pulled. Fields of a later release are passed over. */
export const wireOperation = z.object({
  ...pushedOperation.shape,
  /** The run's signature, on the run's last operation only: with it anybody can hand the run over again [P12]. */
  g: signature.optional(),
})
