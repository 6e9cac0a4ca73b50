// Databases for tests: real Dexie on fake-indexeddb, one factory a "browser", one open database a "tab".
import { createHash } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Sha256 } from '../../../src/domain/oplog/Sha256.ts'
import type { HintPort, StreamHint, LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { openLocalDatabase, type LocalDatabaseOptions } from '../../../src/localdb/openLocalDatabase.ts'
import { plainSealer } from '../../../src/localdb/plainSealer.ts'

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('base64url')

export interface Browser {
  readonly indexedDB: IDBFactory
  /** Opens the browser's database once more: another tab, or the same one after a restart. */
  tab(options?: Partial<LocalDatabaseOptions>): Promise<LocalDatabase>
}

export function aBrowser(indexedDB = new IDBFactory()): Browser {
  const channel = new Set<(hint: StreamHint) => void>()
  return {
    indexedDB,
    tab: (options) =>
      openLocalDatabase({
        name: 'genba-test',
        sealer: plainSealer,
        sha256,
        release: 'test-1',
        indexedDB,
        IDBKeyRange,
        hints: hintsOn(channel),
        ...options,
      }),
  }
}

/** Like a BroadcastChannel: everybody hears it but who posts. */
function hintsOn(channel: Set<(hint: StreamHint) => void>): HintPort {
  const own = new Set<(hint: StreamHint) => void>()
  return {
    post(hint) {
      for (const listener of channel) if (!own.has(listener)) listener(hint)
    },
    subscribe(listener) {
      own.add(listener)
      channel.add(listener)
      return () => channel.delete(listener)
    },
  }
}
