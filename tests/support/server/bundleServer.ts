// Bundles the server as it is now, so that tests of the real process need no build of the whole product first.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface ServerBundle {
  /** Path of the program. */
  readonly program: string
  readonly dispose: () => void
}

export async function bundleServer(): Promise<ServerBundle> {
  // Inside the checkout, or the bundle would not find its packages.
  const outDir = join(root, '.cache', `server-${process.pid}`)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: join(root, 'src/server/main.ts'), outDir, emptyOutDir: true, target: 'node20', minify: false },
  })
  return { program: join(outDir, 'main.js'), dispose: () => rmSync(outDir, { recursive: true, force: true }) }
}
