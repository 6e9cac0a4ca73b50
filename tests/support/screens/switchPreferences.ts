// Switches language and theme as the settings page does: for a start of the app, which reads them then, or on the screen that is open.
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

type HandlingAndTheme = Required<Omit<ScreenPreferences, 'language'>>

/** What Vue leaves on the element that an app is mounted on. */
interface AppElement extends Element {
  readonly __vue_app__?: {
    readonly config: {
      readonly globalProperties: {
        readonly $pinia?: { readonly state: { readonly value: Record<string, { preferences?: object } | undefined> } }
      }
    }
  }
}

/** The language alone cannot be switched so: what a dialog was opened with stays. */
export async function switchOnScreen(page: Page, wanted: HandlingAndTheme): Promise<void> {
  await page.evaluate((values) => {
    const pinia = document.querySelector<AppElement>('#app')?.__vue_app__?.config.globalProperties.$pinia
    const preferences = pinia?.state.value['preferences']?.preferences
    if (preferences === undefined) throw new Error('no app with preferences is mounted')
    Object.assign(preferences, values)
  }, wanted)
  const gloves = wanted.hasLargeTargets ? '[data-gloves=on]' : ':not([data-gloves])'
  await page.locator(`html[data-theme=${wanted.theme}][data-hand=${wanted.hand}]${gloves}`).waitFor()
}
