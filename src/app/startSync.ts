// Hands the sync engine the browser it runs in.
import { changeIdentity, watchIdentity } from './changeIdentity.ts'
import type { Identity } from './openIdentity.ts'
import { createChannel } from '../device/channel.ts'
import { verifyText } from '../device/deviceKey.ts'
import { createEvidenceTransport } from '../device/evidenceTransport.ts'
import { createFetchTransport } from '../device/fetchTransport.ts'
import { hashBlob } from '../device/hashBlob.ts'
import { createLeadership } from '../device/leadership.ts'
import { randomId } from '../device/randomId.ts'
import { reloadPage } from '../device/reloadPage.ts'
import { watchReturn } from '../device/watchReturn.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'
import { createSyncEngine, type SyncEngine } from '../sync/createSyncEngine.ts'
import type { SyncStatus } from '../sync/SyncStatus.ts'

/** Between two tries to take another identity while the database does not take it in. */
const tryAgainMs = 30_000

export function startSync(db: LocalDatabase, { signer }: Identity, onStatus: (status: SyncStatus) => void): SyncEngine {
  const leave = () => leaveIdentity(db)
  const onCloned = () => {
    changeIdentity(db, signer.device, leave).catch((error: unknown) => {
      if (!(error instanceof LocalDatabaseError)) throw error
      setTimeout(onCloned, tryAgainMs)
    })
  }
  watchIdentity(signer.device, leave)
  const engine = createSyncEngine({
    db,
    signer,
    transport: createFetchTransport(),
    evidence: { transport: createEvidenceTransport(), verify: verifyText, hash: hashBlob },
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
    onCloned,
  })
  engine.start()
  return engine
}

/** What is being written goes to the journal first. A page that was loaded anew just before is loaded anew once more all the same. */
function leaveIdentity(db: LocalDatabase): void {
  db.lose('identity-changed')
  if (db.lost.code === undefined) reloadPage()
}
