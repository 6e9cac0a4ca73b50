// From the tap on 報告書 to the whole report on the screen, of an audit with many findings and measures, in the real app on a processor
// four times slower. The baseline is what the browser needs to copy the same elements and lay them out, which nothing can do without.
import type { CDPSession, Page } from '@playwright/test'
import { lineOf, median, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { openProfile } from './openProfile.ts'
import { pushAudits, recordReportAudit } from './recordAudits.ts'
import { startBenchServer } from './startBenchServer.ts'

const slowdown = 4
const findings = 100
const measures = 500

export async function benchReport({ sizes }: BenchRun): Promise<readonly BenchLine[]> {
  const device = recordReportAudit({ findings, measures })
  const server = await startBenchServer({}, 'app')
  await pushAudits(server.origin, { pushes: device.pushes() })
  const profile = await openProfile()
  try {
    const page = await profile.context.newPage()
    await openReport(page, server.origin)
    const devtools = await page.context().newCDPSession(page)
    const [ours, plain]: [number[], number[]] = [[], []]
    for (let round = 0; round < sizes.openings; round += 1) {
      await backToFindings(page)
      ours.push(await atSlowdown(devtools, () => timeReport(page)))
      plain.push(await atSlowdown(devtools, () => timeCopy(page)))
    }
    return [lineOf(`report.${String(findings)}-findings.p50.at-4x-throttle`, median(ours), median(plain))]
  } finally {
    await profile.close()
    await server.dispose()
  }
}

async function openReport(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await page.getByRole('dialog').getByRole('textbox').fill('監査　花子')
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.locator('main a[href^="/audits/audit-"]').first().click()
  await page.locator('a[href$="/report"]').first().click()
  await page
    .locator('.report-sheet tbody tr')
    .nth(findings - 1)
    .waitFor()
}

async function backToFindings(page: Page): Promise<void> {
  await page.locator('a[href$="/findings"]').first().click()
  await page.locator('.report-sheet').waitFor({ state: 'detached' })
}

async function atSlowdown(devtools: CDPSession, measure: () => Promise<number>): Promise<number> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const time = await measure()
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return time
}

/** Until the frame after the last row was laid out. Both instants are taken in the page. */
function timeReport(page: Page): Promise<number> {
  return page.evaluate((rows) => {
    return new Promise<number>((resolve) => {
      const startedAt = performance.now()
      const observer = new MutationObserver(() => {
        if (document.querySelectorAll('.report-sheet tbody tr').length < rows) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt)))
      })
      observer.observe(document.body, { childList: true, subtree: true })
      document.querySelector<HTMLElement>('a[href$="/report"]')?.click()
    })
  }, findings)
}

/** The same elements once more beside it, as the browser itself copies them, and taken away again. */
function timeCopy(page: Page): Promise<number> {
  return page.evaluate(() => {
    const host = document.querySelector('.report-preview')
    return new Promise<number>((resolve) => {
      const startedAt = performance.now()
      const copy = host?.firstElementChild?.cloneNode(true)
      if (copy) host?.append(copy)
      requestAnimationFrame(() =>
        setTimeout(() => {
          resolve(performance.now() - startedAt)
          if (copy) host?.removeChild(copy)
        }),
      )
    })
  })
}
