// Opens the store, starts to listen, and closes both in the right order. Used by the program and by demonstrations.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ServerConfig } from './config.ts'
import { createServer } from './http/createServer.ts'
import { sha256 } from './sha256.ts'
import { openStore } from './store/openStore.ts'
import { createSyncContext } from './sync/createSyncContext.ts'

export interface RunningServer {
  /** The address a browser opens. */
  readonly url: string
  /** Lets running requests finish, then closes the store. */
  readonly close: () => Promise<void>
}

export async function startServer(config: ServerConfig, appFolder: string): Promise<RunningServer> {
  const store = await openStore({ ...config, sha256 })
  try {
    const randomId = () => randomBytes(16).toString('base64url')
    const now = () => new Date()
    const context = await createSyncContext({ store, organisation: config.organisation, now, randomId, sha256 })
    const { logLevel, origins } = config
    const assetsFolder = join(config.dataFolder, 'earlier-assets')
    const server = await createServer({ context, appFolder, assetsFolder, logLevel, origins })
    // Still open for requests that have just come in, which append until they are answered.
    server.addHook('onClose', () => store.close())
    const url = await server.listen({ host: config.host, port: config.port })
    return { url, close: () => server.close() }
  } catch (error) {
    await store.close()
    throw error
  }
}
