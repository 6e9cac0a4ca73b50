// Builds the gallery and serves it: the checklist's screens on an audit held in memory, where a test can reach into them.
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { freePort } from '../freePort.ts'

const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url))

export interface Gallery {
  readonly origin: string
  readonly stop: () => Promise<void>
}

export async function serveGallery(): Promise<Gallery> {
  const port = await freePort()
  await build({ configFile, logLevel: 'error' })
  const server = await preview({
    configFile,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port, strictPort: true },
  })
  return { origin: `http://127.0.0.1:${String(port)}`, stop: () => server.close() }
}
