// A snapshot as it is answered. Undefined where that version's is gone: the device then pulls from version 1.
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { SnapshotRequest, SnapshotResponse } from '../../protocol/snapshot.ts'
import type { SyncContext } from './SyncContext.ts'
import { parseZippedState } from './zipState.ts'

export async function readSnapshot(
  { store, organisation, epoch }: SyncContext,
  { stream, version, nonce }: SnapshotRequest,
): Promise<SnapshotResponse | undefined> {
  const snapshot = await store.readSnapshot({ organisation, stream }, version)
  if (snapshot === undefined) return undefined
  const { root, state } = snapshot
  return { proto: protocolVersion, nonce, epoch, stream, version, root, state: parseZippedState(state) }
}
