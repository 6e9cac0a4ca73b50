// A tablet that is switched on in a room without a network: the browser has just been started with its old profile, the server is gone,
// the service worker is asleep, the processor is four times slower. From the navigation (as the page's own clock has it) to the frame in
// which the list of audits stands on the first screen; to the end of handling a tap given in that very moment ("interactive"); and from
// that tap to the frame in which the audit's open question can be written in.
import type { Page } from '@playwright/test'
import { lineOf, median, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { openProfile } from './openProfile.ts'
import { startBenchServer } from './startBenchServer.ts'
import { createAudit, go } from '../support/auditorActions.ts'

const slowdown = 4
const viewport = { width: 1180, height: 820 }
const audits = ['情報政策課', '学校教育課', '税務課']
/** What the last save left to do is done by then: the snapshot, the summary, the files of the app. */
const restMs = 6_000
/** Between the start of the browser and the address: its own first work must not be measured. */
const browserRestMs = 1_500

interface Start {
  readonly shown: number
  readonly interactive: number
  readonly opened: number
}

export async function benchColdStart({ sizes }: BenchRun): Promise<readonly BenchLine[]> {
  const server = await startBenchServer({}, 'app')
  const first = await openProfile()
  try {
    await prepare(await first.context.newPage(), server.origin)
    await first.end()
    await server.stop()
    const starts: Start[] = []
    for (let round = 0; round < sizes.starts; round += 1) starts.push(await startOnce(first.folder, server.origin))
    return linesOf(starts)
  } finally {
    await first.close()
    await server.dispose()
  }
}

function linesOf(starts: readonly Start[]): readonly BenchLine[] {
  return (['shown', 'interactive', 'opened'] as const).flatMap((what) => {
    const times = starts.map((start) => start[what])
    return [
      lineOf(`cold-start.${what}.p50.at-4x-throttle`, median(times), null),
      lineOf(`cold-start.${what}.p95.at-4x-throttle`, quantile(times, 0.95), null),
    ]
  })
}

async function prepare(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await page.getByRole('dialog').getByRole('textbox').fill('監査　花子')
  await page.getByRole('dialog').getByRole('button').last().click()
  // Read once in the life of a tablet.
  await page.getByRole('button', { name: '読み飛ばす' }).click()
  for (const unit of audits) {
    await go(page, '/')
    await createAudit(page, { unit, subject: `${unit}の監査`, reportNo: 'B-1' })
    await page.getByRole('radio', { name: '不適合', exact: true }).first().click()
    await page.waitForTimeout(restMs)
  }
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

async function startOnce(kept: string, origin: string): Promise<Start> {
  const profile = await openProfile({ kept })
  try {
    await profile.context.setOffline(true)
    const page = await profile.context.newPage()
    await page.setViewportSize(viewport)
    await page.addInitScript(noteStart)
    const devtools = await profile.context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.waitForTimeout(browserRestMs)
    await page.goto(origin, { waitUntil: 'commit' })
    const start = await page.waitForFunction(() => window.coldStart?.opened !== undefined && window.coldStart)
    return (await start.jsonValue()) as Start
  } finally {
    await profile.end()
  }
}

declare global {
  interface Window {
    coldStart?: Partial<Record<keyof Start, number>>
  }
}

/** Runs in the page before its own scripts. Instants are milliseconds since the navigation began, `opened` since the tap. */
function noteStart(): void {
  const noted: Partial<Record<keyof Start, number>> = {}
  window.coldStart = noted
  const painted = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(undefined)
    })
  const when = (selector: string, then: (found: HTMLElement) => void) => {
    const look = () => {
      const found = document.querySelector<HTMLElement>(selector)
      if (found === null) return
      observer.disconnect()
      painted(() => then(found))
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true })
    look()
  }
  when('main a[href^="/audits/audit-"]', (link) => {
    noted.shown = performance.now()
    const tappedAt = performance.now()
    link.click()
    noted.interactive = performance.now()
    when('[data-question] textarea', () => (noted.opened = performance.now() - tappedAt))
  })
}
