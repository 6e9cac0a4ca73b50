// What specs see of evidence on the screen.
import type { Locator, Page } from '@playwright/test'

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
