// A snapshot as it is answered. Undefined where that version's is gone: the device then pulls from version 1.
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { SnapshotRequest, SnapshotResponse } from '../../protocol/snapshot.ts'
import { parseDeflatedState, type DeflatedState } from './DeflatedState.ts'
import type { SyncContext } from './SyncContext.ts'

export interface SnapshotAnswer {
  readonly state: DeflatedState
  /** Everything but the state. */
  readonly fields: Omit<SnapshotResponse, 'state'>
}

export async function readSnapshot(
  { store, organisation, epoch }: SyncContext,
  { stream, version, nonce }: SnapshotRequest,
): Promise<SnapshotAnswer | undefined> {
  const snapshot = await store.readSnapshot({ organisation, stream }, version)
  if (snapshot === undefined) return undefined
  const fields = { proto: protocolVersion, nonce, epoch, stream, version, root: snapshot.root }
  return { state: parseDeflatedState(snapshot.state), fields }
}
