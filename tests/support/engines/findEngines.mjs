// @ts-check
// Looks for the browsers, the PostgreSQL and the programs that the tests can use on this machine. Installs nothing.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, firefox } from '@playwright/test'

/**
 * Paths of what was found; what is missing is undefined.
 * @typedef {{
 *   chromium: string | undefined
 *   firefox: { executablePath: string, channel: string | undefined } | undefined
 *   webkitgtk: { driver: string, python: string, xvfb: string } | undefined
 *   postgres: string | undefined
 *   pdftotext: string | undefined
 *   strace: string | undefined
 * }} Engines
 */

/** @returns {Engines} */
export function findEngines() {
  return {
    chromium: findChromium(),
    firefox: findFirefox(),
    webkitgtk: findWebKitGtk(),
    postgres: findPostgres(),
    pdftotext: onPath('pdftotext'),
    strace: onPath('strace'),
  }
}

/** Playwright's own before the system's: it is the version that this Playwright was made for. */
function findChromium() {
  const macOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return (
    firstExisting(process.env['CHROMIUM_PATH'], chromium.executablePath(), macOS) ??
    onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome')
  )
}

/** A Firefox as Mozilla or Debian ships it is driven over BiDi (channel `moz-firefox`), Playwright's own is not. */
function findFirefox() {
  const own = firefox.executablePath()
  if (existsSync(own)) return { executablePath: own, channel: undefined }
  const macOS = '/Applications/Firefox.app/Contents/MacOS/firefox'
  const executablePath = firstExisting(process.env['FIREFOX_PATH'], macOS) ?? onPath('firefox-esr', 'firefox')
  return executablePath === undefined ? undefined : { executablePath, channel: 'moz-firefox' }
}

function findWebKitGtk() {
  const [driver, xvfb, python] = [onPath('WebKitWebDriver'), onPath('Xvfb'), everyOnPath('python3').find(hasWebKitGtk)]
  if (driver === undefined || xvfb === undefined || python === undefined) return undefined
  return { driver, python, xvfb }
}

/**
 * Debian's bindings belong to Debian's own Python, which need not be the first one on the PATH.
 * @param {string} python
 */
function hasWebKitGtk(python) {
  const probe = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
  return spawnSync(python, ['-c', probe], { stdio: 'ignore' }).status === 0
}

/** The folder with `initdb` and `postgres`, newest version first; Debian keeps them off the PATH. */
function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...searchPath()]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** @param {(string | undefined)[]} paths */
function firstExisting(...paths) {
  return paths.find((path) => path !== undefined && existsSync(path))
}

/** @param {string[]} names */
function onPath(...names) {
  return names.flatMap(everyOnPath)[0]
}

/** @param {string} name */
function everyOnPath(name) {
  const candidates = searchPath().map((folder) => join(folder, name))
  return candidates.filter((candidate) => existsSync(candidate))
}

function searchPath() {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
}
