// Opens WebKitGTK, the engine nearest to Safari on a tablet, on a profile folder that outlives it.
// Offline means here that the test stops its server: this engine's `navigator.onLine` stays true.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { findEngines } from '../engines/findEngines.mjs'
import { freePort } from '../freePort.ts'
import { waitUntil } from '../waitUntil.ts'
import { locate } from './locate.ts'
import type { Target } from './locate.ts'
import { startXvfb } from './startXvfb.ts'
import { WebDriverError, WebDriverSession } from './WebDriverSession.ts'

const launcher = fileURLToPath(new URL('launchWebKit.py', import.meta.url))
/** A page that is still rendering: the same command a moment later succeeds. */
const passing = ['no such element', 'stale element reference', 'element not interactable', 'element click intercepted']

export interface WebKit {
  /** Until the new page is loaded. */
  goto(url: string): Promise<unknown>
  /** Runs the function in the page; it sees its arguments only. What it returns must be JSON. */
  evaluate<Args extends unknown[], Value>(run: (...args: Args) => Value, ...args: Args): Promise<Awaited<Value>>
  /** These wait up to 10 s for the element. */
  click(target: Target): Promise<unknown>
  type(target: Target, text: string): Promise<unknown>
  clear(target: Target): Promise<unknown>
  /** Until the target is there, or the function says something true. */
  waitFor(what: Target | (() => unknown), timeoutMs?: number): Promise<void>
  screenshot(path: string): Promise<void>
  /** Ends the browser as a person would; what it keeps is on disk afterwards. */
  close(): Promise<void>
  /** SIGKILL to every process of it, in the middle of whatever it does. */
  kill(): Promise<void>
}

export async function openWebKit(options: { profileDir: string; width?: number; height?: number }): Promise<WebKit> {
  const engine = findEngines().webkitgtk
  if (engine === undefined) throw new Error('WebKitGTK is not installed.')
  const screen = await startXvfb(engine.xvfb)
  const port = await freePort()
  const driver = spawn(engine.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    // A process group of its own: WebKit's helper processes are in it and die with it.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  })
  const end = () => endGroup(driver).then(() => screen.stop())
  const endWithUs = () => killGroup(driver)
  process.once('exit', endWithUs)
  driver.once('exit', () => process.off('exit', endWithUs))
  try {
    const origin = `http://127.0.0.1:${port}`
    await waitUntil('WebKitWebDriver answers', () => answers(`${origin}/status`))
    const size = [`--width=${options.width ?? 1180}`, `--height=${options.height ?? 820}`]
    const session = await WebDriverSession.open(origin, {
      'webkitgtk:browserOptions': {
        binary: engine.python,
        args: [launcher, `--profile=${options.profileDir}`, ...size],
      },
    })
    await session.setTimeouts({ script: 30_000, pageLoad: 30_000 })
    return webKitOf(session, end)
  } catch (error) {
    await end()
    throw error
  }
}

function webKitOf(session: WebDriverSession, end: () => Promise<void>): WebKit {
  const withElement = (target: Target, act: (reference: string) => Promise<unknown>, timeoutMs?: number) =>
    waitUntil(
      `${JSON.stringify(target)} in the page`,
      () => unlessPassing(() => findAndAct(session, target, act)),
      timeoutMs,
    )
  const evaluate = (source: string, args: unknown[]) => evaluateIn(session, source, args)
  return {
    goto: (url) => navigate(session, url),
    // The page answers with JSON of what the function returns: the one place where its type is taken on trust.
    evaluate: (run, ...args) => evaluate(String(run), args) as Promise<Awaited<ReturnType<typeof run>>>,
    click: (target) => withElement(target, (reference) => session.clickElement(reference)),
    type: (target, text) => withElement(target, (reference) => session.typeInto(reference, text)),
    clear: (target) => withElement(target, (reference) => session.clearElement(reference)),
    waitFor: async (what, timeoutMs) => {
      if (typeof what !== 'function') await withElement(what, () => Promise.resolve(), timeoutMs)
      else await waitUntil(String(what), async () => Boolean(await evaluate(String(what), [])), timeoutMs)
    },
    screenshot: async (path) => writeFile(path, await session.screenshot()),
    close: async () => {
      await session.close()
      await end()
    },
    kill: end,
  }
}

/** Where there is much to do, the driver answers while the page that is left is still there, and the next script would run in that. */
async function navigate(session: WebDriverSession, url: string): Promise<void> {
  await session.execute('window.isBeingLeft = true')
  await session.navigate(url)
  await waitUntil(`the page of ${url} is loaded`, () => isNewPage(session))
}

async function isNewPage(session: WebDriverSession): Promise<boolean> {
  try {
    return (await session.execute("return !('isBeingLeft' in window) && document.readyState === 'complete'")) === true
  } catch (error) {
    // The page went while it was asked.
    if (error instanceof WebDriverError) return false
    throw error
  }
}

async function findAndAct(session: WebDriverSession, target: Target, act: (reference: string) => Promise<unknown>) {
  const { using, value } = locate(target)
  await act(await session.findElement(using, value))
  return true
}

async function unlessPassing<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof WebDriverError && passing.includes(error.code)) return undefined
    throw error
  }
}

/** An error inside the page comes back as a value, with its stack, instead of as the driver's time-out. */
async function evaluateIn(session: WebDriverSession, source: string, args: unknown[]): Promise<unknown> {
  const script = `const done = arguments[arguments.length - 1]
    Promise.resolve().then(() => (${source})(...Array.prototype.slice.call(arguments, 0, -1)))
      .then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) + '\\n' + (error && error.stack) }))`
  const outcome = await session.executeAsync(script, args)
  if (outcome !== null && typeof outcome === 'object' && 'value' in outcome) return outcome.value
  const error =
    outcome !== null && typeof outcome === 'object' && 'error' in outcome ? String(outcome.error) : 'no answer'
  throw new Error(`In the page: ${error}`)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

function killGroup(process_: ChildProcess): void {
  if (process_.pid === undefined) return
  try {
    process.kill(-process_.pid, 'SIGKILL')
  } catch {
    // The group has ended already.
  }
}

async function endGroup(process_: ChildProcess): Promise<void> {
  const ended = process_.exitCode !== null || process_.signalCode !== null
  const exit = ended ? Promise.resolve() : new Promise((resolve) => process_.once('exit', resolve))
  killGroup(process_)
  await exit
}
