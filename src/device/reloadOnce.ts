// Loads the page anew by itself, and not again and again: a second time within a minute is a person's decision.
import { reloadPage } from './reloadPage.ts'

const storageKey = 'genba.reloadedAt'
/** A page that loses its database again so soon would do nothing but reload. */
const onceWithinMs = 60_000

/** False where the page was loaded anew just before, or where nothing would remember it: then nothing happens. */
export function mayReload(now: number): boolean {
  try {
    const last = Number(sessionStorage.getItem(storageKey) ?? Number.NaN)
    return Number.isNaN(last) || Math.abs(now - last) > onceWithinMs
  } catch {
    return false
  }
}

export function reloadOnce(now: number): void {
  try {
    sessionStorage.setItem(storageKey, String(now))
  } catch {
    return
  }
  reloadPage()
}
