// The few W3C WebDriver commands that the tests need, over plain fetch. One instance is one browser window.
import { z } from 'zod'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
const reply = z.object({ value: z.unknown() })
const failure = z.object({ error: z.string(), message: z.string() })
const session = z.object({ sessionId: z.string() })
const element = z.record(z.string(), z.string())

/** The driver's own word for the failure is in `code`: `no such element`, `element not interactable`, … */
export class WebDriverError extends Error {
  override readonly name = 'WebDriverError'
  readonly code: string
  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

export class WebDriverSession {
  readonly #base: string
  private constructor(base: string) {
    this.#base = base
  }

  static async open(driverOrigin: string, capabilities: object): Promise<WebDriverSession> {
    const value = await send('POST', `${driverOrigin}/session`, { capabilities: { alwaysMatch: capabilities } })
    return new WebDriverSession(`${driverOrigin}/session/${session.parse(value).sessionId}`)
  }

  navigate(url: string): Promise<unknown> {
    return this.#post('url', { url })
  }
  execute(script: string): Promise<unknown> {
    return this.#post('execute/sync', { script, args: [] })
  }
  executeAsync(script: string, args: unknown[]): Promise<unknown> {
    return this.#post('execute/async', { script, args })
  }
  /** The reference by which the driver knows the first match. */
  async findElement(using: 'css selector' | 'xpath', value: string): Promise<string> {
    const found = element.parse(await this.#post('element', { using, value }))[elementKey]
    if (found === undefined) throw new WebDriverError('no such element', value)
    return found
  }
  clickElement(reference: string): Promise<unknown> {
    return this.#post(`element/${reference}/click`, {})
  }
  clearElement(reference: string): Promise<unknown> {
    return this.#post(`element/${reference}/clear`, {})
  }
  typeInto(reference: string, text: string): Promise<unknown> {
    return this.#post(`element/${reference}/value`, { text })
  }
  async screenshot(): Promise<Buffer> {
    return Buffer.from(z.string().parse(await send('GET', `${this.#base}/screenshot`)), 'base64')
  }
  setTimeouts(timeouts: { script?: number; pageLoad?: number; implicit?: number }): Promise<unknown> {
    return this.#post('timeouts', timeouts)
  }
  close(): Promise<unknown> {
    return send('DELETE', this.#base)
  }

  #post(command: string, body: object): Promise<unknown> {
    return send('POST', `${this.#base}/${command}`, body)
  }
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = reply.parse(await response.json())
  if (response.ok) return value
  const { error, message } = failure.parse(value)
  throw new WebDriverError(error, message)
}
