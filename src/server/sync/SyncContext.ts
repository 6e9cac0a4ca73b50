// What the sync rules work with. Built once at start; tests hand in their own clock.
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import type { ServerKey } from '../../protocol/signature.ts'
import type { Store } from '../store/createStore.ts'
import type { AppendQueue } from './createAppendQueue.ts'
import type { DeviceRegister } from './createDeviceRegister.ts'
import type { PokeHub } from './createPokeHub.ts'
import type { SnapshotMaker } from './createSnapshotMaker.ts'

export interface SyncContext {
  readonly store: Store
  readonly appendQueue: AppendQueue
  readonly pokeHub: PokeHub
  readonly devices: DeviceRegister
  readonly snapshotMaker: SnapshotMaker
  readonly organisation: string
  /** Random id of this database's life: a restored backup gets another one. */
  readonly epoch: string
  /** Receipts of evidence are signed with it [P23]. */
  readonly serverKey: ServerKey
  /** The server's clock. */
  readonly now: () => Date
  readonly sha256: Sha256
}
