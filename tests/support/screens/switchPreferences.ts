// Switches language and theme as the settings page does, but at once: the app reads them when it starts.
import type { Page } from '@playwright/test'

export interface ScreenPreferences {
  readonly language: 'ja' | 'en'
  readonly theme: 'light' | 'dark' | 'contrast'
  readonly hand?: 'right' | 'left'
  /** 大きなボタン. */
  readonly hasLargeTargets?: boolean
}

export async function switchPreferences(page: Page, preferences: ScreenPreferences): Promise<void> {
  const stored = { hand: 'right', hasLargeTargets: false, opensNext: true, ...preferences }
  await page.evaluate((value) => localStorage.setItem('genba.preferences', JSON.stringify(value)), stored)
  await page.goto(new URL('/', page.url()).href)
  await page.locator(`html[lang=${preferences.language}] main > *`).first().waitFor()
}
