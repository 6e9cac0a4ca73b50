// Builds app, service worker and server into dist/ when a source is newer than the last build.
// Must work without Vite when dist/ is fresh: an installation may leave out the development packages.
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Written when everything was built: a build that was cut short leaves none and is done again. */
const stamp = join(root, 'dist/.built')
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']

export async function buildIfStale() {
  if (isFresh()) return
  process.stderr.write('Building Genba (only after a change) …\n')
  const { build } = await import('vite')
  rmSync(stamp, { force: true })
  const startedAt = new Date()
  for (const mode of ['production', 'server']) await build({ root, mode, logLevel: 'warn' })
  // A file saved while the build ran is newer than this and causes the next one.
  writeFileSync(stamp, '')
  utimesSync(stamp, startedAt, startedAt)
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
