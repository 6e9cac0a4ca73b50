// What specs see of evidence on the screen, and what must hold of each of its screens.
import { expect, type Locator, type Page } from '@playwright/test'
import { listAxeFaults } from '../screens/listAxeFaults.ts'
import { measureScreen } from '../screens/measureScreen.ts'

/** 証拠 of the open question. */
export const block = (page: Page): Locator => page.getByRole('region', { name: '証拠' })
export const tiles = (page: Page): Locator => block(page).getByRole('link')
export const viewer = (page: Page): Locator => page.getByRole('dialog')

interface NamedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export function pick(page: Page, files: readonly NamedFile[]): Promise<void> {
  return block(page)
    .getByLabel('書類')
    .setInputFiles([...files])
}

/** No violation of WCAG 2.2 AA, nothing cut off, nothing too small for a finger. */
export async function expectFine(page: Page): Promise<void> {
  expect.soft(await listAxeFaults(page)).toEqual([])
  const { overflow, sideways, smallTargets } = await measureScreen(page)
  expect
    .soft({ overflow, sideways, smallTargets })
    .toEqual({ overflow: { across: 0, down: 0 }, sideways: [], smallTargets: [] })
}
