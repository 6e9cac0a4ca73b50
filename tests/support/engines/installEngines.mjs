// @ts-check
// Fetches missing browsers and PostgreSQL: Playwright's own download for Chromium, else Debian's packages.
// Run by hand or by a script: `node tests/support/engines/installEngines.mjs chromium firefox webkitgtk postgres`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findEngines } from './findEngines.mjs'

/** @typedef {keyof import('./findEngines.mjs').Engines} Engine */

/** @type {Record<Engine, string[]>} */
const packages = {
  chromium: ['chromium', 'fonts-noto-cjk'],
  firefox: ['firefox-esr'],
  webkitgtk: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1'],
  postgres: ['postgresql'],
  pdftotext: ['poppler-utils'],
  strace: ['strace'],
}
export const allEngines = /** @type {Engine[]} */ (Object.keys(packages))
const downloadTimeoutMs = 5 * 60_000

/**
 * Installs what is missing of these and returns what is missing still.
 * @param {Engine[]} wanted
 * @returns {Engine[]}
 */
export function installEngines(wanted) {
  if (missingOf(wanted).includes('chromium')) {
    const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'))
    quietly(process.execPath, [cli, 'install', 'chromium'])
  }
  const missing = missingOf(wanted)
  if (missing.length > 0) installPackages(missing.flatMap((engine) => packages[engine]))
  return missingOf(wanted)
}

/** @param {Engine[]} wanted */
export function missingOf(wanted) {
  const found = findEngines()
  return wanted.filter((engine) => found[engine] === undefined)
}

/**
 * The command that a person can type.
 * @param {Engine[]} missing
 */
export function installCommand(missing) {
  const apt = `sudo apt-get install -y ${missing.flatMap((engine) => packages[engine]).join(' ')}`
  return missing.join() === 'chromium' ? `npx playwright install --with-deps chromium   (or: ${apt})` : apt
}

/** @param {string[]} names */
function installPackages(names) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = 'env', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
    return quietly(command, rest)
  }
  if (!apt('install', '-y', '--no-install-recommends', ...names)) {
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...names)
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function quietly(command, args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: downloadTimeoutMs }).status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = allEngines.filter((engine) => process.argv.includes(engine))
  const missing = installEngines(named.length === 0 ? allEngines : named)
  if (missing.length > 0) {
    console.error(`Missing: ${missing.join(', ')}. Type: ${installCommand(missing)}`)
    process.exitCode = 1
  }
}
