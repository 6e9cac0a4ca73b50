// One tablet in a test: a browser profile of its own that can be taken offline, killed and opened again.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  BrowserContext,
  BrowserContextOptions,
  BrowserType,
  ConsoleMessage,
  LaunchOptions,
  Page,
  WebError,
} from '@playwright/test'
import { killBrowser } from './killBrowser.ts'

const policyWords = /Content[ -]Security[ -]Policy|Trusted ?Type/i

export interface TabletOptions {
  readonly browserType: BrowserType
  readonly origin: string
  readonly launch: LaunchOptions
  readonly context: BrowserContextOptions
  /** A folder of the caller's for the browser's profile, on a small disk for example; the caller removes it. */
  readonly profile?: string
}

export class Tablet {
  readonly #options: TabletOptions
  readonly #profile: string
  #context: BrowserContext
  #page: Page
  #isOffline = false
  /** Requests to any other origin, and violations of the security policy: both must stay empty. */
  readonly strayRequests: string[] = []
  readonly policyViolations: string[] = []
  readonly pageErrors: string[] = []

  private constructor(options: TabletOptions, profile: string, context: BrowserContext) {
    this.#options = options
    this.#profile = profile
    this.#context = context
    this.#page = context.pages()[0] as Page
    this.#watch()
  }

  static async open(options: TabletOptions): Promise<Tablet> {
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'genba-tablet-')))
    return new Tablet(options, profile, await launch(options, profile))
  }

  get page(): Page {
    return this.#page
  }

  /** First start: online, the person says who they are, and the app is kept for offline use. */
  async beginAs(name: string): Promise<void> {
    await this.introduceAs(name)
    await this.keepApp()
  }

  async introduceAs(name: string): Promise<void> {
    await this.#page.goto(this.#options.origin)
    await this.#page.getByLabel('お名前').fill(name)
    await this.#page.getByRole('button', { name: '始める' }).click()
  }

  /** Until every file of the app is on the tablet. */
  async keepApp(): Promise<void> {
    await this.#page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  }

  async setOffline(isOffline: boolean): Promise<void> {
    this.#isOffline = isOffline
    await this.#context.setOffline(isOffline)
  }

  /** Loads an address of the app anew, as a person who types it. */
  async open(path: string): Promise<void> {
    await this.#page.goto(`${this.#options.origin}${path}`)
  }

  /** A second tab of the same browser. */
  async openTab(path: string): Promise<Page> {
    const tab = await this.#context.newPage()
    await tab.goto(`${this.#options.origin}${path}`)
    return tab
  }

  /** SIGKILL to the whole browser, then the same profile again, as offline or online as before. */
  async killAndReopen(path: string): Promise<void> {
    await killBrowser(this.#profile)
    await this.closeAndReopen(path)
  }

  /** The tab's process dies; the browser lives on and opens another tab. Chromium only. */
  async crashTabAndReopen(path: string): Promise<void> {
    const crashed = this.#page
    const session = await this.#context.newCDPSession(crashed)
    const crash = crashed.waitForEvent('crash')
    // The answer would come from the process that has just died.
    void session.send('Page.crash').catch(() => undefined)
    await crash
    this.#page = await this.#context.newPage()
    await crashed.close()
    await this.open(path)
  }

  /** The browser is ended as a person ends it, and started again; without a path it shows an empty page. */
  async closeAndReopen(path?: string): Promise<void> {
    await this.close()
    await this.reopen(path)
  }

  /** For what happens to the profile's files while the browser is not running; `reopen` starts it again. */
  async close(): Promise<void> {
    await this.#close()
  }

  async reopen(path?: string): Promise<void> {
    this.#context = await launch(this.#options, this.#profile)
    this.#page = this.#context.pages()[0] as Page
    this.#watch()
    // Not every engine can be taken offline: such a one is never asked to.
    if (this.#isOffline) await this.#context.setOffline(true)
    if (path !== undefined) await this.open(path)
  }

  async dispose(): Promise<void> {
    await this.#close()
    if (this.#options.profile === undefined) await rm(this.#profile, { recursive: true, force: true })
  }

  #watch(): void {
    // A click that waits forever would only hide what is wrong until the whole test times out.
    this.#context.setDefaultTimeout(30_000)
    this.#context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== this.#options.origin) this.strayRequests.push(request.url())
    })
    this.#context.on('console', this.#onConsole)
    this.#context.on('weberror', this.#onWebError)
  }

  readonly #onConsole = (message: ConsoleMessage): void => {
    if (policyWords.test(message.text())) this.policyViolations.push(message.text())
  }

  readonly #onWebError = (error: WebError): void => {
    const text = String(error.error())
    // Firefox tells of a violated policy this way too.
    if (policyWords.test(text)) this.policyViolations.push(text)
    else this.pageErrors.push(text)
  }

  async #close(): Promise<void> {
    // Playwright's last screenshot puts a style of its own into the page, which our policy forbids.
    this.#context.off('console', this.#onConsole)
    this.#context.off('weberror', this.#onWebError)
    await this.#context.close().catch(() => undefined)
  }
}

function launch({ browserType, launch: options, context }: TabletOptions, profile: string): Promise<BrowserContext> {
  return browserType.launchPersistentContext(profile, { ...options, ...context })
}
