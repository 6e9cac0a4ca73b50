// A real headless Chromium with a profile on the disk. Its own kind of memory-only context would make every write free.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { findEngines } from '../support/engines/findEngines.mjs'
import type {} from './page/page.ts'

export interface Profile {
  readonly context: BrowserContext
  /** A new tab with the bench page, ready to be called; the caller closes it. */
  readonly openPage: (origin: string) => Promise<Page>
  readonly close: () => Promise<void>
}

/** Nothing outside this machine can be reached, and nothing of the machine's graphics takes part. */
const flags = [
  '--disable-quic',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
]

export async function openProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-bench-profile-'))
  const { chromium: executablePath } = findEngines()
  if (executablePath === undefined) throw new Error('No Chromium was found. Type: npx playwright install chromium')
  const context = await chromium.launchPersistentContext(folder, { executablePath, args: flags })
  return {
    context,
    async openPage(origin) {
      const page = await context.newPage()
      page.on('pageerror', (error) => process.stderr.write(`page: ${String(error)}\n`))
      await page.goto(`${origin}/`)
      await page.evaluate(() => typeof window.bench)
      return page
    },
    async close() {
      await context.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
