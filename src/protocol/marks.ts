// GET /sync/v1/marks/:device?nonce=…: what the server has of a device, for a tablet that was lost or emptied.
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'

export const marksRequest = z.strictObject({ device: wireId, nonce: wireId })

export const marksResponse = z.object({
  proto: z.int(),
  nonce: wireId,
  epoch: wireId,
  /** Per stream the n up to which the device's operations are all here. */
  marks: z.array(z.object({ stream: wireId, n: z.int().min(1) })),
})

export type MarksRequest = z.infer<typeof marksRequest>
export type MarksResponse = z.infer<typeof marksResponse>
