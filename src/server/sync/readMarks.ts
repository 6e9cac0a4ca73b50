// What the server has of a device, for whoever has lost it.
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { MarksRequest, MarksResponse } from '../../protocol/marks.ts'
import type { SyncContext } from './SyncContext.ts'

export async function readMarks(
  { store, organisation, epoch }: SyncContext,
  { device, nonce }: MarksRequest,
): Promise<MarksResponse> {
  const marks = await store.readMarks({ organisation, device })
  return { proto: protocolVersion, nonce, epoch, marks: marks.map(({ stream, n }) => ({ stream, n })) }
}
