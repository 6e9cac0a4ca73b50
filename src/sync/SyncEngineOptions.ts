// Everything the engine is given.
import type { Clock, Leadership, Randomness, Signer, SyncChannel, Timers, Transport, WatchReturn } from './SyncPorts.ts'
import type { EvidencePorts } from './EvidencePorts.ts'
import type { SyncStatus } from './SyncStatus.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'

export interface SyncEngineOptions {
  readonly db: LocalDatabase
  readonly transport: Transport
  readonly signer: Signer
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Randomness
  readonly leadership: Leadership
  /** Between the engines of this browser's tabs. */
  readonly channel: SyncChannel
  /** The page is visible again, the network may be back. */
  readonly watchReturn: WatchReturn
  /** Without it evidence files wait on this tablet. */
  readonly evidence?: EvidencePorts
  readonly onStatus: (status: SyncStatus) => void
  /**
   * A copy of this tablet is in use elsewhere: another device has written under our dots. The engine has ended; whoever is called
   * gives the tablet another identity (`adoptIdentity`) and starts anew. Without it the engine goes on and the entries stay refused.
   */
  readonly onCloned?: () => void
}
