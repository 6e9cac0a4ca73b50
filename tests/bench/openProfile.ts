// A real headless Chromium with a profile on the disk. Its own kind of memory-only context would make every write free.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { findEngines } from '../support/engines/findEngines.mjs'
import type {} from './page/page.ts'

export interface Profile {
  readonly context: BrowserContext
  /** A new tab with the bench page, ready to be called; the caller closes it. */
  readonly openPage: (origin: string) => Promise<Page>
  /** Bytes that the databases of all sites of this profile take on the disk. Close it first: a running browser keeps a journal beside them. */
  readonly storedBytes: () => Promise<number>
  /** Ends the browser and keeps what it stored. */
  readonly end: () => Promise<void>
  /** Ends the browser and removes what it stored. */
  readonly close: () => Promise<void>
}

/** Nothing outside this machine can be reached, and nothing of the machine's graphics takes part. */
const flags = [
  '--disable-quic',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
]

interface ProfileOptions {
  /** The folder of a profile that was ended before. */
  readonly kept?: string
  /** Fingers instead of a mouse. */
  readonly hasTouch?: boolean
}

export async function openProfile({ kept, hasTouch = false }: ProfileOptions = {}): Promise<
  Profile & { readonly folder: string }
> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'genba-bench-profile-')))
  const { chromium: executablePath } = findEngines()
  if (executablePath === undefined) throw new Error('No Chromium was found. Type: npx playwright install chromium')
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: flags,
    locale: 'ja-JP',
    hasTouch,
  })
  return {
    context,
    folder,
    openPage: (origin) => openPage(context, origin),
    storedBytes: () => bytesBelow(join(folder, 'Default', 'IndexedDB')),
    end: () => context.close(),
    async close() {
      await context.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openPage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => process.stderr.write(`page: ${String(error)}\n`))
  await page.goto(`${origin}/`)
  await page.evaluate(() => typeof window.bench)
  return page
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
