import { expect, test } from 'vitest'
import { leadInTurn, type LeadershipMessage, type LeadershipPorts } from '../../../src/device/leadership.ts'
import { aClock } from '../../support/sync/aTablet.ts'

type Hold = () => Promise<void>

/** As the specification has it: one holder, a queue, and `steal`, which breaks the holder's promise and jumps the queue. */
function aLockManager() {
  interface Request {
    readonly hold: Hold
    readonly resolve: () => void
    readonly reject: (error: unknown) => void
  }
  let holder: Request | undefined
  const queue: Request[] = []
  const grant = () => {
    const next = holder === undefined ? queue.shift() : undefined
    if (next === undefined) return
    holder = next
    void next.hold().then(() => {
      if (holder === next) holder = undefined
      next.resolve()
      grant()
    })
  }
  const aborted = () => new DOMException('no longer wanted', 'AbortError')
  const request = (_name: string, options: LockOptions, hold: Hold) =>
    new Promise<void>((resolve, reject) => {
      const mine: Request = { hold, resolve, reject }
      options.signal?.addEventListener('abort', () => {
        const at = queue.indexOf(mine)
        if (at === -1) return
        queue.splice(at, 1)
        reject(aborted())
      })
      if (options.steal === true) {
        holder?.reject(aborted())
        holder = undefined
        queue.unshift(mine)
      } else queue.push(mine)
      queueMicrotask(grant)
    })
  return { request } as unknown as LeadershipPorts['locks']
}

function aBrowserWithTabs() {
  const clock = aClock()
  const locks = aLockManager()
  const listeners = new Map<string, (message: LeadershipMessage) => void>()
  /** Name → what waits until the tab is thawed: its timers come before the messages, the worst order. */
  const frozen = new Map<string, { timers: (() => void)[]; messages: (() => void)[] }>()
  const leading = new Set<string>()
  const log: string[] = []

  function openTab(name: string, looked = { isVisible: true }) {
    const visibility = new Set<() => void>()
    const heard = new Set<(message: LeadershipMessage) => void>()
    listeners.set(name, (message) => {
      const hear = () => heard.forEach((listener) => listener(message))
      const ice = frozen.get(name)
      if (ice === undefined) hear()
      else ice.messages.push(hear)
    })
    const ports: LeadershipPorts = {
      locks,
      channel: {
        post: (message) => listeners.forEach((listener, other) => other !== name && listener(message)),
        subscribe(listener) {
          heard.add(listener)
          return () => heard.delete(listener)
        },
      },
      now: () => clock.now(),
      after: (ms, run) =>
        clock.after(ms, () => {
          const ice = frozen.get(name)
          if (ice === undefined) run()
          else ice.timers.push(run)
        }),
      isVisible: () => looked.isVisible,
      watchVisible(onChange) {
        visibility.add(onChange)
        return () => visibility.delete(onChange)
      },
    }
    const end = leadInTurn('network', ports, {
      onLead: () => {
        leading.add(name)
        log.push(`${name} leads`)
      },
      onLost: () => {
        leading.delete(name)
        log.push(`${name} lost`)
      },
    })
    const look = (isVisible: boolean) => {
      looked.isVisible = isVisible
      visibility.forEach((listener) => listener())
    }
    return {
      look,
      close() {
        listeners.delete(name)
        leading.delete(name)
        end()
      },
    }
  }

  async function pass(ms: number) {
    for (let left = ms; left > 0; left -= 1_000) {
      clock.advance(Math.min(1_000, left))
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  }
  function thaw(name: string) {
    const ice = frozen.get(name)
    frozen.delete(name)
    for (const run of [...(ice?.timers ?? []), ...(ice?.messages ?? [])]) run()
  }
  const freeze = (name: string) => frozen.set(name, { timers: [], messages: [] })
  return { openTab, pass, leading, log, freeze, thaw }
}

test('the first tab leads, and the next one when it closes', async () => {
  const browser = aBrowserWithTabs()
  const first = browser.openTab('first')
  await browser.pass(1)
  browser.openTab('second')
  await browser.pass(1)
  expect([...browser.leading]).toEqual(['first'])
  first.close()
  await browser.pass(1)
  expect([...browser.leading]).toEqual(['second'])
})

test('a frozen tab is replaced after two unanswered asks, notices it, and follows', async () => {
  const browser = aBrowserWithTabs()
  browser.openTab('first')
  await browser.pass(1)
  const second = browser.openTab('second')
  await browser.pass(6_000)
  browser.freeze('first')
  await browser.pass(20_000)
  expect(browser.log).toEqual(['first leads', 'first lost', 'second leads'])
  browser.thaw('first')
  await browser.pass(60_000)
  expect([...browser.leading]).toEqual(['second'])
  second.close()
  await browser.pass(1)
  expect([...browser.leading]).toEqual(['first'])
})

test('two tabs that are both looked at never take the place from each other', async () => {
  const browser = aBrowserWithTabs()
  browser.openTab('first')
  await browser.pass(1)
  browser.openTab('second')
  browser.openTab('third')
  await browser.pass(10 * 60_000)
  expect(browser.log).toEqual(['first leads'])
})

test('a tab that is looked at takes over from one that nobody has looked at for 10 s, and a glance changes nothing', async () => {
  const browser = aBrowserWithTabs()
  const first = browser.openTab('first')
  await browser.pass(1)
  const second = browser.openTab('second', { isVisible: false })
  await browser.pass(1)
  first.look(false)
  second.look(true)
  await browser.pass(4_000)
  second.look(false)
  first.look(true)
  await browser.pass(60_000)
  expect(browser.log).toEqual(['first leads'])
  first.look(false)
  second.look(true)
  await browser.pass(15_000)
  expect(browser.log).toEqual(['first leads', 'first lost', 'second leads'])
})

test('tabs that nobody looks at leave the place to whoever has it', async () => {
  const browser = aBrowserWithTabs()
  browser.openTab('first', { isVisible: false })
  await browser.pass(1)
  browser.openTab('second', { isVisible: false })
  await browser.pass(10 * 60_000)
  expect(browser.log).toEqual(['first leads'])
})

test('a tab that was frozen itself reads the answers before it takes the place', async () => {
  const browser = aBrowserWithTabs()
  browser.openTab('first')
  await browser.pass(1)
  browser.openTab('second')
  await browser.pass(5_000)
  browser.freeze('second')
  await browser.pass(10 * 60_000)
  browser.thaw('second')
  await browser.pass(60_000)
  expect(browser.log).toEqual(['first leads'])
})

test('two tabs that miss the leader at once end up with one of them', async () => {
  const browser = aBrowserWithTabs()
  browser.openTab('first')
  await browser.pass(1)
  browser.openTab('second')
  browser.openTab('third')
  browser.freeze('first')
  await browser.pass(60_000)
  expect(browser.leading.size).toBe(1)
  expect(browser.log.filter((line) => line.endsWith('leads')).length).toBeLessThanOrEqual(3)
})
