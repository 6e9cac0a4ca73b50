// The sync rules around a store, with the clock and ids a test can know.
import type { Store } from '../../../src/server/store/createStore.ts'
import { createSyncContext } from '../../../src/server/sync/createSyncContext.ts'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
import { sha256ForTests } from '../sha256ForTests.ts'

export const serverTime = '2023-11-02T01:00:00.000Z'

export function contextOf(store: Store, organisation = 'main', epoch = 'epoch-1'): Promise<SyncContext> {
  const now = () => new Date(serverTime)
  return createSyncContext({ store, organisation, now, randomId: () => epoch, sha256: sha256ForTests })
}
