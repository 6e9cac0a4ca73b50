// From the tap on 概況 to the whole overview on the screen, over 1,000 audits that this tablet holds, in the real app on a processor four
// times slower. The baseline is what the browser needs to copy the same elements and lay them out, which nothing can do without.
import type { CDPSession, Page } from '@playwright/test'
import { lineOf, median, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { openProfile } from './openProfile.ts'
import { pushAudits } from './recordAudits.ts'
import { recordOverviewAudits } from './recordOverviewAudits.ts'
import { startBenchServer } from './startBenchServer.ts'
import { dayOfInstant } from '../../src/domain/calendar/dayOfInstant.ts'

const slowdown = 4
const units = 60
/** All streams are there and their summaries kept: nothing of a first sync may be measured. */
const longestFillMs = 240_000
const restMs = 1_500
const mostRounds = 7

export async function benchOverview({ sizes, seed }: BenchRun): Promise<readonly BenchLine[]> {
  const count = sizes.overviewAudits
  const pushes = recordOverviewAudits({ count, units, seed, today: dayOfInstant(new Date().toISOString(), 0) })
  const server = await startBenchServer({}, 'app')
  await pushAudits(server.origin, { pushes })
  const profile = await openProfile()
  try {
    const page = await profile.context.newPage()
    await fillTablet(page, server.origin, count)
    const devtools = await page.context().newCDPSession(page)
    const [ours, plain]: [number[], number[]] = [[], []]
    for (let round = 0; round < Math.min(sizes.openings, mostRounds); round += 1) {
      ours.push(await atSlowdown(devtools, () => timeOverview(page)))
      plain.push(await atSlowdown(devtools, () => timeCopy(page)))
      await backHome(page)
    }
    return [
      lineOf(`overview.${String(count)}-audits.p50.at-4x-throttle`, median(ours), median(plain)),
      lineOf(`overview.${String(count)}-audits.p95.at-4x-throttle`, quantile(ours, 0.95), quantile(plain, 0.95)),
    ]
  } finally {
    await profile.close()
    await server.dispose()
  }
}

async function fillTablet(page: Page, origin: string, count: number): Promise<void> {
  await page.goto(origin)
  await page.getByRole('dialog').getByRole('textbox').fill('監査　花子')
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.locator('main a[href="/overview"]').waitFor({ timeout: longestFillMs })
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('main a[href^="/audits/audit-"]').length >= wanted,
    count,
    { timeout: longestFillMs },
  )
  await page.waitForTimeout(restMs)
}

async function backHome(page: Page): Promise<void> {
  await page.locator('a[href="/"]').first().click()
  await page.locator('main a[href="/overview"]').waitFor()
  await page.waitForTimeout(restMs)
}

async function atSlowdown(devtools: CDPSession, measure: () => Promise<number>): Promise<number> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const time = await measure()
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return time
}

/** Until the frame after its last list was laid out. Both instants are taken in the page. */
function timeOverview(page: Page): Promise<number> {
  return page.evaluate(() => {
    return new Promise<number>((resolve) => {
      const startedAt = performance.now()
      const observer = new MutationObserver(() => {
        if (document.querySelector('.overview tbody a[href^="/audits/"][href$="/checklist"]') === null) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt)))
      })
      observer.observe(document.body, { childList: true, subtree: true })
      document.querySelector<HTMLElement>('main a[href="/overview"]')?.click()
    })
  })
}

/** The same elements once more beside them, as the browser itself copies them, and taken away again. */
function timeCopy(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shown = document.querySelector('.overview')
    return new Promise<number>((resolve) => {
      const startedAt = performance.now()
      const copy = shown?.cloneNode(true)
      if (copy) shown?.after(copy)
      requestAnimationFrame(() =>
        setTimeout(() => {
          resolve(performance.now() - startedAt)
          copy?.parentNode?.removeChild(copy)
        }),
      )
    })
  })
}
