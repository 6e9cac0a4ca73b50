// Puts the parts of the sync rules together around an opened store.
import { deviceIdOf } from '../../domain/oplog/deviceIdOf.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import type { PokeAnswer } from '../../protocol/poke.ts'
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { PullPage } from '../../protocol/pull.ts'
import type { Store } from '../store/createStore.ts'
import { createAppendQueue } from './createAppendQueue.ts'
import { createDeviceRegister } from './createDeviceRegister.ts'
import { createPokeHub } from './createPokeHub.ts'
import { createSnapshotMaker } from './createSnapshotMaker.ts'
import type { SyncContext } from './SyncContext.ts'
import { zippedStateBeginning } from './zipState.ts'

export interface SyncSettings {
  readonly store: Store
  readonly organisation: string
  readonly now: () => Date
  /** A fresh random id of URL-safe characters. */
  readonly randomId: () => string
  readonly sha256: Sha256
}

export async function createSyncContext(settings: SyncSettings): Promise<SyncContext> {
  const { store, organisation, now, sha256 } = settings
  const epoch = await store.readEpoch(organisation, settings.randomId())
  const { algorithm, publicKey } = await store.readServerKey(organisation)
  const serverKey = { id: deviceIdOf(publicKey, sha256), algorithm, publicKey }
  const pokeHub = createPokeHub()
  const appendQueue = createAppendQueue({ store, now, onAdded: (page) => pokeHub.poke(page && asNews(epoch, page)) })
  const devices = createDeviceRegister({ store, organisation, now, sha256 })
  await store.dropForeignSnapshots(organisation, zippedStateBeginning)
  const snapshotMaker = createSnapshotMaker({ store, organisation, now })
  return { store, appendQueue, pokeHub, devices, snapshotMaker, organisation, epoch, serverKey, now, sha256 }
}

/** Above this the events of a hundred tablets would cost more than the looks that they spare. */
const mostNewsLength = 32 * 1024

function asNews(epoch: string, page: PullPage): string | undefined {
  const news = JSON.stringify({ proto: protocolVersion, epoch, page } satisfies PokeAnswer)
  return news.length <= mostNewsLength ? news : undefined
}
