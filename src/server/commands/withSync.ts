// Opens the data as the server does, for commands that go through the same rules, also while a server runs on them.
import { sha256 } from '../sha256.ts'
import { holdDatabase } from '../store/holdDatabase.ts'
import { openStore } from '../store/openStore.ts'
import { createSyncContext } from '../sync/createSyncContext.ts'
import type { SyncContext } from '../sync/SyncContext.ts'
import type { CommandContext } from './Command.ts'

export async function withSync<Value>(
  { config, now, randomId }: CommandContext,
  work: (sync: SyncContext) => Promise<Value>,
): Promise<Value> {
  const hold = await holdDatabase(config, 'shared')
  try {
    const store = await openStore({ ...config, sha256 })
    try {
      return await work(await createSyncContext({ store, organisation: config.organisation, now, randomId, sha256 }))
    } finally {
      await store.close()
    }
  } finally {
    await hold.release()
  }
}
