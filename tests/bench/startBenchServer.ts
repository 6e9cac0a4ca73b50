// The real server in this process, on a data folder of its own, with the bench page as its app.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerConfig } from '../../src/server/config.ts'
import { startServer, type RunningServer } from '../../src/server/startServer.ts'
import { freePort } from '../support/freePort.ts'

/** Beside this program in dist/bench, the app with an audit's worth of other checklists too, and the real app in dist. */
const built = {
  page: fileURLToPath(new URL('./app', import.meta.url)),
  app: fileURLToPath(new URL('../app', import.meta.url)),
  'large-app': fileURLToPath(new URL('./large-app', import.meta.url)),
}

export interface BenchServer {
  readonly origin: string
  /** Closes its port; tablets see a server that is gone. */
  readonly stop: () => Promise<void>
  /** Same port, same data. */
  readonly start: () => Promise<void>
  readonly dispose: () => Promise<void>
}

/** `files`: further ones to serve beside the page, by name. */
export async function startBenchServer(
  files: Readonly<Record<string, string>> = {},
  served: keyof typeof built = 'page',
): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-bench-server-'))
  const appFolder = join(folder, 'app')
  await cp(built[served], appFolder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(appFolder, name), content)
  const config: ServerConfig = {
    host: '127.0.0.1',
    port: await freePort(),
    dataFolder: join(folder, 'data'),
    databaseUrl: undefined,
    logLevel: 'error',
    origins: [],
    organisation: 'main',
    s3: undefined,
  }
  let running: RunningServer | undefined
  const start = async () => {
    running ??= await startServer(config, appFolder)
  }
  const stop = async () => {
    await running?.close()
    running = undefined
  }
  await start()
  return {
    origin: `http://127.0.0.1:${config.port}`,
    start,
    stop,
    async dispose() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
