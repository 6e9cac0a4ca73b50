// A tablet as the app puts it together: database, identity, sync engine. Several may live in one browser under different names.
import { openBenchDatabase } from './openBenchDatabase.ts'
import { openIdentity } from '../../../src/app/openIdentity.ts'
import { startSync } from '../../../src/app/startSync.ts'
import type { DeviceId } from '../../../src/domain/oplog/Dot.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import type { SyncEngine } from '../../../src/sync/createSyncEngine.ts'
import { initialStatus, type SyncStatus } from '../../../src/sync/SyncStatus.ts'

export interface Tablet {
  readonly db: LocalDatabase
  readonly device: DeviceId
  readonly startSync: () => SyncEngine
  /** Resolves as soon as the status is so. */
  readonly until: (isSo: (status: SyncStatus) => boolean) => Promise<SyncStatus>
}

export async function openTablet(name: string): Promise<Tablet> {
  const db = await openBenchDatabase(name)
  const identity = await openIdentity(db)
  let status = initialStatus
  const waiting = new Set<() => void>()
  const onStatus = (next: SyncStatus) => {
    status = next
    for (const look of [...waiting]) look()
  }
  return {
    db,
    device: identity.device,
    startSync: () => startSync(db, identity, onStatus),
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSo(status)) return
          waiting.delete(look)
          resolve(status)
        }
        waiting.add(look)
        look()
      }),
  }
}

export function isSynced({ phase, lastSyncedAt, unsent }: SyncStatus): boolean {
  return phase.state === 'idle' && lastSyncedAt !== null && unsent.entries === 0
}
