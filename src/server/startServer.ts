// Opens the store, starts to listen, and closes both in the right order. Used by the program and by demonstrations.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { evidenceSettingsOf, type ServerConfig } from './config.ts'
import { createEvidenceContext } from './evidence/createEvidenceContext.ts'
import { openEvidenceStore, stagingFolderIn } from './evidence/openEvidenceStore.ts'
import { createServer } from './http/createServer.ts'
import { sha256 } from './sha256.ts'
import { holdDatabase } from './store/holdDatabase.ts'
import { openStore } from './store/openStore.ts'
import { createSyncContext } from './sync/createSyncContext.ts'
import type { SyncContext } from './sync/SyncContext.ts'

export interface RunningServer {
  /** The address a browser opens. */
  readonly url: string
  /** Lets running requests finish, then closes the store. */
  readonly close: () => Promise<void>
}

/** `onReplaced`: the data are no longer those the server was started on, so it must not answer any longer. */
export async function startServer(
  config: ServerConfig,
  appFolder: string,
  onReplaced?: () => void,
): Promise<RunningServer> {
  let context: SyncContext | undefined
  const onRegained = () => {
    if (context) void isReplaced(context).then((is) => (is ? onReplaced?.() : undefined))
  }
  const hold = await holdDatabase(config, 'shared', { onRegained })
  try {
    const store = await openStore({ ...config, sha256 })
    try {
      const randomId = () => randomBytes(16).toString('base64url')
      const now = () => new Date()
      context = await createSyncContext({ store, organisation: config.organisation, now, randomId, sha256 })
      const settings = evidenceSettingsOf(config)
      const evidence = await createEvidenceContext({
        store: openEvidenceStore(settings),
        stagingFolder: stagingFolderIn(settings),
        key: await store.readServerKey(config.organisation),
        epoch: context.epoch,
        now,
        sha256,
      })
      const { logLevel, origins } = config
      const assetsFolder = join(config.dataFolder, 'earlier-assets')
      const server = await createServer({ context, evidence, appFolder, assetsFolder, logLevel, origins })
      // Still open for requests that have just come in, which append until they are answered.
      server.addHook('onClose', () => store.close().then(hold.release))
      const url = await server.listen({ host: config.host, port: config.port })
      return { url, close: () => server.close() }
    } catch (error) {
      await store.close()
      throw error
    }
  } catch (error) {
    await hold.release()
    throw error
  }
}

/** While the connection that holds the database was broken, a restore may have exchanged the data: the epoch tells. */
async function isReplaced({ store, organisation, epoch }: SyncContext): Promise<boolean> {
  try {
    return (await store.readEpoch(organisation, epoch)) !== epoch
  } catch {
    // Gone again: the lock is asked for anew, and then this.
    return false
  }
}
