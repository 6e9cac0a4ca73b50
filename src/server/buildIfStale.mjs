// Builds app, service worker and server into dist/ when a source is newer than the last build.
// Must work without Vite when dist/ is fresh: an installation may leave out the development packages.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Written when everything was built: a build that was cut short leaves none and is done again. */
const stamp = join(root, 'dist/.built')
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']

/** Held while building: tests start several servers at once, and two builds into one folder destroy each other. */
const lock = join(root, 'dist/.building')
/** A lock older than this was left behind by a build that was killed. */
const longestBuildMs = 180_000

export async function buildIfStale() {
  while (!isFresh()) {
    if (takeLock()) await build().finally(() => rmSync(lock, { recursive: true, force: true }))
    else await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function build() {
  process.stderr.write('Building Genba (only after a change) …\n')
  const vite = await import('vite')
  rmSync(stamp, { force: true })
  const startedAt = new Date()
  await inProduction(async () => {
    for (const mode of ['production', 'server']) await vite.build({ root, mode, logLevel: 'warn' })
  })
  writeFileSync(stamp, '')
  // A file saved while the build ran is newer than this and causes the next one.
  utimesSync(stamp, startedAt, startedAt)
}

/**
 * Whoever runs tests says so in the environment, and libraries would then be built in with all their aids for developers: what is
 * tested is what is delivered.
 * @param {() => Promise<void>} run
 */
async function inProduction(run) {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await run()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

function takeLock() {
  const heldSince = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
  if (heldSince !== undefined && Date.now() - heldSince > longestBuildMs) rmSync(lock, { recursive: true, force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

function isFresh() {
  if (!existsSync(stamp)) return false
  const builtAt = statSync(stamp).mtimeMs
  return sources.every((source) => newestChange(join(root, source)) <= builtAt)
}

/**
 * Folders count too: they change when a file is removed.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}
