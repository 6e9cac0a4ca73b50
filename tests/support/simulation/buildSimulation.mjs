// @ts-check
// Bundles the simulator with the code as it is now, in sizes so small that a short run crosses every border, and with compression that
// keeps to virtual time. A mutation breaks one more place on the way.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * One text of the real code that is another one in the simulation. It must stand there exactly once.
 * @typedef {{ file: string, from: string, to: string }} Change
 */

/**
 * @typedef {Change & { name: string, breaks: string, also?: Change }} Mutation `breaks`: what stops being true. `also`: its second guard.
 * @typedef {{ program: string, dispose: () => void }} SimulationBuild `program`: its path.
 */

/** @type {readonly Change[]} */
const smallSizes = [
  { file: 'src/protocol/limits.ts', from: 'mostOperationsPerBatch = 500', to: 'mostOperationsPerBatch = 6' },
  {
    file: 'src/sync/fillBatches.ts',
    from: '{ operations: 2_000, bytes: 2 * 1024 * 1024 }',
    to: '{ operations: 16, bytes: 8_000 }',
  },
  { file: 'src/sync/pullNews.ts', from: 'mostPerAnswer = 2_000', to: 'mostPerAnswer = 20' },
  { file: 'src/localdb/packBytes.ts', from: 'worthwhileBytes = 4 * 1024', to: 'worthwhileBytes = 2_500' },
  { file: 'src/sync/dropClosed.ts', from: 'worthwhileOperations = 200', to: 'worthwhileOperations = 2' },
  { file: 'src/localdb/streamEnd.ts', from: 'smallSegmentBytes = 8 * 1024', to: 'smallSegmentBytes = 2_000' },
  { file: 'src/localdb/splitIntoSegments.ts', from: 'mostSegmentBytes = 256 * 1024', to: 'mostSegmentBytes = 5_000' },
  {
    file: 'src/server/sync/createSnapshotMaker.ts',
    from: 'worthwhileOperations = 500',
    to: 'worthwhileOperations = 6',
  },
  { file: 'src/server/sync/foldStream.ts', from: 'operationsAtOnce = 500', to: 'operationsAtOnce = 8' },
  { file: 'src/server/sync/pullOperations.ts', from: 'rowsPerRead = 500', to: 'rowsPerRead = 7' },
  {
    file: 'src/server/sync/pullOperations.ts',
    from: 'mostTextBytes = mostMessageBytes / 2',
    to: 'mostTextBytes = 9_000',
  },
]

/**
 * @param {string} root
 * @param {string} outDir
 * @param {Mutation} [mutation]
 * @returns {Promise<SimulationBuild>}
 */
export async function buildSimulation(root, outDir, mutation) {
  const broken = mutation ? [mutation, ...(mutation.also ? [mutation.also] : [])] : []
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [changing(root, [...smallSizes, ...broken]), virtualZlib(root)],
    build: {
      ssr: true,
      outDir: join(root, outDir),
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
  const dispose = () => rmSync(join(root, outDir), { recursive: true, force: true })
  return { program: join(root, outDir, 'run.js'), dispose }
}

/**
 * @param {string} root
 * @param {readonly Change[]} changes
 * @returns {import('vite').Plugin}
 */
function changing(root, changes) {
  const left = new Set(changes)
  return {
    name: 'changing',
    enforce: 'pre',
    transform(code, id) {
      let changed = code
      for (const change of changes) {
        const { file, from, to } = change
        if (id !== join(root, file)) continue
        if (changed.split(from).length !== 2) throw new Error(`not exactly once in ${file}: ${from}`)
        changed = changed.replace(from, () => to)
        left.delete(change)
      }
      return changed === code ? undefined : changed
    },
    buildEnd() {
      for (const { file } of left) throw new Error(`${file} is not part of the simulation`)
    },
  }
}

/**
 * @param {string} root
 * @returns {import('vite').Plugin}
 */
function virtualZlib(root) {
  const standIn = join(root, 'tests/support/simulation/virtualZlib.ts')
  return {
    name: 'virtual-zlib',
    enforce: 'pre',
    resolveId: (id, importer) => (id === 'node:zlib' && importer !== standIn ? standIn : undefined),
  }
}
