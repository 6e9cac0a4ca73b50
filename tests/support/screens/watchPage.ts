// What a page must never do, collected while it is used: talk to another origin, throw, or complain on the console.
import type { Page } from '@playwright/test'

export interface PageTrouble {
  readonly strayRequests: readonly string[]
  /** Errors on the console (a violation of the Content Security Policy is one) and uncaught exceptions. */
  readonly errors: readonly string[]
}

export function watchPage(page: Page, origin: string): PageTrouble {
  const strayRequests: string[] = []
  const errors: string[] = []
  page.context().on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) strayRequests.push(request.url())
  })
  page.on('console', (message) => {
    // Being offline is part of the job: the browser says so on its own.
    if (message.type() === 'error' && !message.text().includes('net::ERR_INTERNET_DISCONNECTED'))
      errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return { strayRequests, errors }
}
