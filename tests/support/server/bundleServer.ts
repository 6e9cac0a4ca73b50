// Bundles the server as it is now, so that tests of the real process need no build of the whole product first.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))

let bundles = 0

export interface ServerBundle {
  /** Path of the server's program. */
  readonly program: string
  /** Path of another program. */
  readonly pathOf: (name: string) => string
  readonly dispose: () => void
}

/** `others`: programs beside the server's, by name: files of src/server, or of the tests by their path in the project. */
export async function bundleServer(others: Readonly<Record<string, string>> = {}): Promise<ServerBundle> {
  // Inside the checkout, or the bundle would not find its packages.
  const outDir = join(root, '.cache', `server-${process.pid}-${String((bundles += 1))}`)
  const files = Object.entries({ main: 'src/server/main.ts', ...others })
  const input = Object.fromEntries(files.map(([name, file]) => [name, join(root, file)]))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  })
  const pathOf = (name: string) => join(outDir, `${name}.js`)
  return { program: pathOf('main'), pathOf, dispose: () => rmSync(outDir, { recursive: true, force: true }) }
}
