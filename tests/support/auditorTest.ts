// Playwright's `test` with what the end-to-end specs need: a server of their own, and tablets. When a test ends, every tablet must
// have asked no other origin for anything, broken no security policy and met no error in a page.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { startGenbaServer, type GenbaServer } from './startGenbaServer.ts'
import { Tablet } from './Tablet.ts'

interface AuditorFixtures {
  /** An empty folder that is removed when every browser has ended. */
  readonly folder: string
  readonly server: GenbaServer
  /** A tablet of the project's engine, with nothing in it yet; with another `origin` than the server's for a line in between. */
  readonly openTablet: (options?: { origin?: string; profile?: string }) => Promise<Tablet>
}

export const test = base.extend<AuditorFixtures>({
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'genba-test-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  server: async ({ browserName: _ }, use) => {
    const server = await startGenbaServer()
    await use(server)
    await server.dispose()
  },
  openTablet: async (
    // Named here so that it outlives the browsers, whose profiles may be in it.
    { folder: _, server, browserName, playwright, launchOptions, channel, viewport, locale, timezoneId },
    use,
  ) => {
    const launch = { ...launchOptions, headless: true, ...(channel !== undefined && { channel }) }
    const context = {
      viewport,
      ...(locale !== undefined && { locale }),
      ...(timezoneId !== undefined && { timezoneId }),
    }
    const tablets: Tablet[] = []
    await use(async (options) => {
      const browserType = playwright[browserName]
      const tablet = await Tablet.open({ browserType, origin: server.origin, launch, context, ...options })
      tablets.push(tablet)
      return tablet
    })
    await Promise.all(tablets.map((tablet) => tablet.dispose()))
    for (const { strayRequests, policyViolations, pageErrors } of tablets) {
      expect(strayRequests).toEqual([])
      expect(policyViolations).toEqual([])
      expect(pageErrors).toEqual([])
    }
  },
})
