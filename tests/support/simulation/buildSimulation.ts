// Bundles the simulator with the code as it is now. A mutation breaks one place of it on the way.
import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { build, type Plugin } from 'vite'

export interface Mutation {
  readonly name: string
  /** What stops being true. */
  readonly breaks: string
  /** Below the root of the project. */
  readonly file: string
  /** Stands there exactly once. */
  readonly from: string
  readonly to: string
}

export interface SimulationBuild {
  /** Path of the program. */
  readonly program: string
  readonly dispose: () => void
}

export async function buildSimulation(root: string, mutation?: Mutation): Promise<SimulationBuild> {
  // Inside the checkout, or the bundle would not find its packages.
  const outDir = join(root, '.cache', `simulation-${process.pid}${mutation ? `-${mutation.name}` : ''}`)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: mutation ? [mutating(root, mutation)] : [],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { run: join(root, 'tests/support/simulation/run.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  return { program: join(outDir, 'run.js'), dispose: () => rmSync(outDir, { recursive: true, force: true }) }
}

function mutating(root: string, { name, file, from, to }: Mutation): Plugin {
  const path = join(root, file)
  let isDone = false
  return {
    name: 'mutation',
    enforce: 'pre',
    transform(code, id) {
      if (id !== path) return undefined
      if (code.split(from).length !== 2) throw new Error(`${name}: the text to change is not there exactly once`)
      isDone = true
      return code.replace(from, () => to)
    },
    buildEnd() {
      if (!isDone) throw new Error(`${name}: ${file} is not part of the simulation`)
    },
  }
}
