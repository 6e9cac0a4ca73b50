// Everything the engine is given.
import type { Clock, Leadership, Randomness, Signer, SyncChannel, Timers, Transport, WatchReturn } from './SyncPorts.ts'
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
  readonly onStatus: (status: SyncStatus) => void
}
