// An audit of 1,000 questions in the real app on a processor four times slower, held as an auditor holds it: answers tapped in every
// section, notes typed, sections left for others, the next unanswered question asked for, changes taken back, the list flicked. The app is
// the shipped one with one longer checklist in it; the audit came to it from the server, which is gone by then. The baseline is a tap on a page that holds one
// radio group and nothing else.
import type { CDPSession, Page } from '@playwright/test'
import { lineOf, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { generateAudits } from './generateAudits.ts'
import { installWitness } from './largeAuditPage.ts'
import { openProfile } from './openProfile.ts'
import { pushAudits, recordAudits } from './recordAudits.ts'
import { startBenchServer } from './startBenchServer.ts'

const slowdown = 4
/** A tablet held upright shows the same rows with less beside them; this is the larger screen. */
const viewport = { width: 1180, height: 820 }
/** People lift and put down a finger no faster than this. */
const betweenTapsMs = 400
const betweenKeysMs = 90
/** A finger stays on the glass that long. */
const pressMs = 80
/** Every fourth answer is left out: there is something to do in each section. */
const leftOut = 4
/** After each so many sections a note is written, and so on. */
const deedEvery = 4

export async function benchLargeAudit({ sizes, seed }: BenchRun): Promise<readonly BenchLine[]> {
  const [sample] = generateAudits(seed, 1)
  if (sample === undefined) throw new Error('No audit was made.')
  const answers = sample.answers.filter((_, index) => index % leftOut !== leftOut - 1)
  const seeded = recordAudits([{ ...sample, answers }])
  const server = await startBenchServer({}, 'large-app')
  await pushAudits(server.origin, seeded)
  const profile = await openProfile({ hasTouch: true })
  try {
    const page = await profile.context.newPage()
    await page.setViewportSize(viewport)
    await page.addInitScript(installWitness)
    const baseline = await tapPlainPage(page, Math.min(sizes.taps, 20))
    await openAudit(page, server.origin)
    await slowDown(page)
    await server.stop()
    await workThrough(page, sizes.sections)
    return linesOf(await readWitness(page), baseline)
  } finally {
    await profile.close()
    await server.dispose()
  }
}

interface Seen {
  readonly paints: readonly number[]
  readonly clicks: readonly number[]
  /** Of every interaction, shortest first; one too short to be told of counts as none. */
  readonly interactions: readonly { readonly name: string; readonly duration: number; readonly during: string }[]
  readonly frames: readonly number[]
}

function linesOf(ours: Seen, plain: Seen): readonly BenchLine[] {
  const share = (from: 'tap' | 'click', of: number) => {
    const part = from === 'tap' ? 'paints' : 'clicks'
    const name = `large-audit.${from}-to-paint.p${String(of * 100)}.at-4x-throttle`
    return lineOf(name, quantile(ours[part], of), quantile(plain[part], of))
  }
  const deeds = [...new Set(ours.interactions.map(({ during }) => during))]
  return [
    share('tap', 0.5),
    share('tap', 0.95),
    share('click', 0.5),
    share('click', 0.95),
    lineOf('large-audit.inp.at-4x-throttle', inpOf(ours), inpOf(plain)),
    ...deeds.map((deed) =>
      lineOf(
        `large-audit.inp.${deed}.at-4x-throttle`,
        inpOf({ interactions: ours.interactions.filter(({ during }) => during === deed) }),
        null,
      ),
    ),
    lineOf('large-audit.longest-interaction.at-4x-throttle', ours.interactions.at(-1)?.duration ?? 0, null),
    lineOf('large-audit.scroll-frame.p95.at-4x-throttle', quantile(ours.frames, 0.95), null),
  ]
}

/** As web-vitals reckons it: the longest, but for one in every fifty. */
function inpOf({ interactions }: Pick<Seen, 'interactions'>): number {
  const passedOver = Math.floor(interactions.length / 50)
  return interactions.at(-1 - passedOver)?.duration ?? 0
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

async function readWitness(page: Page): Promise<Seen> {
  // What was measured last is told after the next frame.
  await page.waitForTimeout(betweenTapsMs)
  return page.evaluate(() => {
    const { paints, clicks, interactions, frames } = window.witness
    return { paints, clicks, frames, interactions: [...interactions.values()].sort((a, b) => a.duration - b.duration) }
  })
}

async function tapPlainPage(page: Page, taps: number): Promise<Seen> {
  await page.goto('about:blank')
  await page.setContent('<input type="radio" name="a"> <input type="radio" name="a">')
  await page.evaluate(installWitness)
  await slowDown(page)
  for (let tap = 0; tap < taps; tap += 1) await tapOn(page, 'plain', `input:nth-of-type(${String((tap % 2) + 1)})`)
  const seen = await readWitness(page)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return seen
}

async function openAudit(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await page.getByRole('dialog').getByRole('textbox').fill('監査　花子')
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.locator('main a[href^="/audits/audit-"]').first().click()
  await page.locator('[data-question] textarea').first().waitFor()
}

async function workThrough(page: Page, sections: number): Promise<void> {
  for (let section = 1; section <= sections; section += 1) {
    await tapOn(page, 'section', `nav.list li:nth-child(${String(section)}) button`)
    await page.waitForTimeout(betweenTapsMs)
    // Neither of the first two goes on to another question; the third does.
    for (const answer of ['partial', 'nonconforming', 'conforming']) await tapOn(page, 'answer', openAnswer(answer))
    await tapOn(page, 'open-row', '[data-question]:nth-child(3) h3 button')
    await tapOn(page, 'answer', openAnswer('not-applicable'))
    await tapOn(page, 'next-unanswered', '.undo-bar .steps .main')
    if (section % deedEvery === 0) {
      await writeNote(page)
      await tapOn(page, 'undo', '.undo-bar button.tall')
      await flick(page)
    }
  }
}

const openAnswer = (answer: string) => `.entry.raised input[value=${answer}]`

/** By coordinates, as a finger does it: the page is asked nothing while it works. */
async function tapOn(page: Page, deed: string, selector: string): Promise<void> {
  const target = page.locator(selector)
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error(`Nothing to tap: ${selector}`)
  await page.evaluate((name) => (window.witness.deed = name), deed)
  await press(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  await page.waitForTimeout(betweenTapsMs)
}

const devtoolsOf = new WeakMap<Page, CDPSession>()

async function press(page: Page, at: { readonly x: number; readonly y: number }): Promise<void> {
  const devtools = devtoolsOf.get(page) ?? (await page.context().newCDPSession(page))
  devtoolsOf.set(page, devtools)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await page.waitForTimeout(pressMs)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function writeNote(page: Page): Promise<void> {
  const note = page.locator('.entry.raised textarea').first()
  await note.scrollIntoViewIfNeeded()
  await page.evaluate(() => (window.witness.deed = 'typing'))
  const box = await note.boundingBox()
  if (box !== null) await press(page, { x: box.x + box.width / 2, y: box.y + 20 })
  await page.keyboard.type('Checked at the rack.', { delay: betweenKeysMs })
  await page.waitForTimeout(betweenTapsMs)
}

async function flick(page: Page): Promise<void> {
  await page.locator('.work').hover()
  await page.evaluate(() => window.witness.watchFrames())
  for (const way of [1, -1]) for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, way * 320)
  await page.evaluate(() => (window.witness.isWatching = false))
}
