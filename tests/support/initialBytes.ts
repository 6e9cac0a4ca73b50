// What a first start has to fetch before it can show anything, gzipped as a server sends it: the scripts and styles that index.html names,
// all that these import, and the words of the first screen in the language of most.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface InitialBytes {
  readonly scripts: number
  readonly styles: number
}

/** A start over a weak line takes ten seconds with these. */
export const mostInitialBytes: InitialBytes = { scripts: 170_000, styles: 20_000 }

/** Every file is a request of its own to the service worker. */
export const mostStartScripts = 8

const firstWords = /^jaFirstMessages-.*\.js$/
const homeScreen = /^home-.*\.js$/

/** `appFolder`: the built app. */
export function initialBytes(appFolder: string): InitialBytes {
  const assets = join(appFolder, 'assets')
  const named = namedIn(appFolder)
  const scripts = withImports(assets, [...named.filter((name) => name.endsWith('.js')), onlyOne(assets, firstWords)])
  return {
    scripts: gzippedSize(assets, scripts),
    styles: gzippedSize(
      assets,
      named.filter((name) => name.endsWith('.css')),
    ),
  }
}

/** The scripts that a start on the list of audits waits for: those of the page, of the screen, and its words. */
export function startScripts(appFolder: string): readonly string[] {
  const assets = join(appFolder, 'assets')
  const named = namedIn(appFolder).filter((name) => name.endsWith('.js'))
  return withImports(assets, [...named, onlyOne(assets, homeScreen), onlyOne(assets, firstWords)])
}

function namedIn(appFolder: string): readonly string[] {
  const page = readFileSync(join(appFolder, 'index.html'), 'utf8')
  return [...page.matchAll(/\/assets\/([^"]+)"/g)].map(([, name = '']) => name)
}

function onlyOne(assets: string, pattern: RegExp): string {
  const [found, ...others] = readdirSync(assets).filter((name) => pattern.test(name))
  if (found === undefined || others.length > 0) throw new Error(`Not one file is called ${String(pattern)}.`)
  return found
}

function withImports(assets: string, entries: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const look = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    const text = readFileSync(join(assets, name), 'utf8')
    // Not those in parentheses: they are fetched when they are needed.
    for (const [, imported = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) look(imported)
  }
  for (const name of entries) look(name)
  return [...found]
}

function gzippedSize(assets: string, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
}
