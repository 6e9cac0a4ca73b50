// Hands the sync engine the browser it runs in.
import type { Identity } from './openIdentity.ts'
import { openChannel } from '../device/channel.ts'
import { postJson, subscribePoke } from '../device/fetchTransport.ts'
import { leadTabs } from '../device/leadership.ts'
import { randomId } from '../device/randomId.ts'
import { watchReturn } from '../device/watchReturn.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { createSyncEngine, type SyncEngine } from '../sync/createSyncEngine.ts'
import type { SyncStatus } from '../sync/SyncStatus.ts'

export function startSync(db: LocalDatabase, { signer }: Identity, onStatus: (status: SyncStatus) => void): SyncEngine {
  const engine = createSyncEngine({
    db,
    signer,
    transport: { post: postJson, subscribePoke },
    clock: { now: () => Date.now() },
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    random: { id: randomId, fraction: () => Math.random() },
    leadership: { lead: (onLead) => leadTabs('genba.network', onLead) },
    channel: openChannel('genba.sync'),
    watchReturn,
    onStatus,
  })
  engine.start()
  return engine
}
