// Sets a tablet's clock wrong.
import type { Page } from '@playwright/test'

/** From the next page on. */
export function shiftClock(page: Page, byMs: number): Promise<unknown> {
  return page.context().addInitScript((ms) => {
    const RightDate = Date
    globalThis.Date = class extends RightDate {
      constructor(...given: []) {
        super(...((given as unknown[]).length === 0 ? ([RightDate.now() + ms] as unknown as []) : given))
      }
      static override now(): number {
        return RightDate.now() + ms
      }
    } as DateConstructor
  }, byMs)
}
