// What must hold of every screen, whatever stands on it. Faults are counted softly: one run names those of every screen.
import { expect, type Page } from '@playwright/test'
import { listAxeFaults } from './listAxeFaults.ts'
import { leastTarget, measureScreen } from './measureScreen.ts'

const softly = expect.configure({ soft: true })
/** What has just opened finds its place and fades in first: what is wrong only then is no fault. */
const settledMs = 30_000

export interface Look {
  /** Said where something is wrong. */
  readonly name?: string
  readonly language?: string
  /** The side of the smallest target, in CSS pixels. */
  readonly least?: number
}

/** Nothing is wider or taller than the window, and every target is big enough. */
export async function expectFit(page: Page, look: Look = {}): Promise<void> {
  const { name = '', language = 'ja', least = leastTarget } = look
  await softly
    .poll(() => measureScreen(page, least), { message: name, timeout: settledMs })
    .toEqual({ language, overflow: { across: 0, down: 0 }, sideways: [], smallTargets: [] })
}

/** It fits, and axe finds no violation of WCAG 2.2 AA. */
export async function expectAccessible(page: Page, look: Look = {}): Promise<void> {
  await expectFit(page, look)
  await softly.poll(() => listAxeFaults(page), { message: look.name ?? '', timeout: settledMs }).toEqual([])
}
