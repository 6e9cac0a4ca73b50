// Hands the sync engine the browser it runs in.
import type { Identity } from './openIdentity.ts'
import { createChannel } from '../device/channel.ts'
import { createFetchTransport } from '../device/fetchTransport.ts'
import { createLeadership } from '../device/leadership.ts'
import { randomId } from '../device/randomId.ts'
import { watchReturn } from '../device/watchReturn.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { createSyncEngine, type SyncEngine } from '../sync/createSyncEngine.ts'
import type { SyncStatus } from '../sync/SyncStatus.ts'

export function startSync(db: LocalDatabase, { signer }: Identity, onStatus: (status: SyncStatus) => void): SyncEngine {
  const engine = createSyncEngine({
    db,
    signer,
    transport: createFetchTransport(),
    clock: { now: () => Date.now() },
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    random: { id: randomId, fraction: () => Math.random() },
    leadership: createLeadership('genba.network'),
    // The engine parses what it hears itself.
    channel: createChannel<unknown>('genba.sync', (raw) => raw),
    watchReturn,
    onStatus,
  })
  engine.start()
  return engine
}
