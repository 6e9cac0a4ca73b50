// A WebKitGTK window without WebDriver, whose session would end with the process behind IndexedDB. What happens in the page is done by
// scripts in the page: no real taps here.
import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findEngines } from '../engines/findEngines.mjs'
import { waitUntil } from '../waitUntil.ts'
import { startXvfb } from './startXvfb.ts'
import { z } from '../../../src/protocol/strictZod.ts'

const launcher = fileURLToPath(new URL('launchWebKit.py', import.meta.url))
const reply = z.union([z.object({ value: z.string() }), z.object({ error: z.string() })])

export interface CommandedWebKit {
  goto(url: string): Promise<void>
  /** Runs the function in the page; it sees its arguments only. What it returns must be JSON. */
  evaluate<Args extends unknown[], Value>(run: (...args: Args) => Value, ...args: Args): Promise<Awaited<Value>>
  /** Until the function says something true; a page that is just loading counts as not yet. */
  waitFor<Args extends unknown[]>(what: (...args: Args) => unknown, ...args: Args): Promise<void>
  /** SIGKILL to the process that holds IndexedDB; the engine starts another one by itself. */
  killDatabaseProcess(): Promise<void>
  close(): Promise<void>
}

export async function openWebKitByCommands(profileDir: string): Promise<CommandedWebKit> {
  const engine = findEngines().webkitgtk
  if (engine === undefined) throw new Error('WebKitGTK is not installed.')
  const screen = await startXvfb(engine.xvfb)
  const window_ = spawn(engine.python, [launcher, '--commands', `--profile=${profileDir}`], {
    // A process group of its own: WebKit's helper processes are in it and die with it.
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, DISPLAY: screen.display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  })
  const send = commander(window_)
  const evaluate = async (run: (...args: never[]) => unknown, args: unknown[]): Promise<unknown> =>
    JSON.parse(
      await send({ body: `return JSON.stringify((await (${String(run)})(...${JSON.stringify(args)})) ?? null)` }),
    )
  return {
    goto: async (url) => {
      await send({ url })
    },
    // The page answers with JSON of what the function returns: the one place where its type is taken on trust.
    evaluate: (run, ...args) => evaluate(run, args) as Promise<Awaited<ReturnType<typeof run>>>,
    waitFor: async (what, ...args) => {
      await waitUntil(String(what), () => evaluate(what, args).then(Boolean, () => false), 30_000)
    },
    killDatabaseProcess: () => killDatabaseProcess(window_),
    close: async () => {
      const exit = new Promise((resolve) => window_.once('exit', resolve))
      if (window_.pid !== undefined) process.kill(-window_.pid, 'SIGKILL')
      await exit
      await screen.stop()
    },
  }
}

/** One command at a time: answers come in the order of the commands. */
function commander({ stdin, stdout }: ChildProcess): (command: object) => Promise<string> {
  if (stdin === null || stdout === null) throw new Error('The window has no standard input or output.')
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  let turn: Promise<unknown> = Promise.resolve()
  const ask = async (command: object): Promise<string> => {
    stdin.write(`${JSON.stringify(command)}\n`)
    const line = await lines.next()
    if (line.done === true) throw new Error('The window has closed.')
    const answer = reply.parse(JSON.parse(line.value))
    if ('error' in answer) throw new Error(`In the page: ${answer.error}`)
    return answer.value
  }
  return (command) => {
    const mine = turn.then(() => ask(command))
    turn = mine.catch(() => undefined)
    return mine
  }
}

async function killDatabaseProcess({ pid: parent }: ChildProcess): Promise<void> {
  const [pid] = readdirSync('/proc')
    .map(Number)
    .filter((candidate) => isDatabaseProcess(candidate, parent))
  if (pid === undefined) throw new Error('WebKit has no network process.')
  process.kill(pid, 'SIGKILL')
  await waitUntil('the process is gone', () => !isDatabaseProcess(pid, parent))
}

/** WebKit keeps IndexedDB in its network process. */
function isDatabaseProcess(pid: number, parent: number | undefined): boolean {
  try {
    // After the name in brackets come the state and the parent.
    const [, state, ppid] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return (
      Number(ppid) === parent &&
      state !== 'Z' &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('WebKitNetworkProcess')
    )
  } catch {
    return false
  }
}
