// Opens the database that the settings name, brought to this release's schema, as everything above sees it.
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { createStore, type Store } from './createStore.ts'
import type { DatabaseSettings } from './openEngine.ts'
import { openMigrated } from './openMigrated.ts'

export interface StoreSettings extends DatabaseSettings {
  readonly sha256: Sha256
}

/** Rejects with a StoreError. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  return createStore(await openMigrated(settings), settings.sha256)
}
