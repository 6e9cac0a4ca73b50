import { afterEach, expect, test } from 'vitest'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aClock, aTablet, type Tablet, type TabletOptions } from '../../support/sync/aTablet.ts'
import type { Leadership, SyncChannel, Transport, TransportAnswer } from '../../../src/sync/SyncPorts.ts'
import { z } from '../../../src/protocol/strictZod.ts'

const opened: Tablet[] = []

afterEach(() => {
  for (const tablet of opened.splice(0)) tablet.close()
})

async function open(options: Omit<TabletOptions, 'name'>) {
  const tablet = await aTablet({ name: 'tablet-a', ...options })
  opened.push(tablet)
  return tablet
}

const nonceOf = z.object({ nonce: z.string() })
const sentIn = z.object({
  batches: z.array(z.object({ stream: z.string(), ops: z.array(z.object({ h: z.string() })) })),
})
const placeOf = z.object({ n: z.int() })

/** Answers every request as a server without any news would, unless told otherwise. */
function aQuietServer() {
  const requests: string[] = []
  const pokes = new Set<(brought: unknown) => void>()
  let fault: TransportAnswer | undefined
  let takes = false
  const acknowledge = (json: string) =>
    sentIn.parse(JSON.parse(json)).batches.map(({ stream, ops }) => ({
      stream,
      verdicts: ops.map(({ h }) => ({ verdict: 'acked', n: placeOf.parse(JSON.parse(h)).n })),
    }))
  const transport: Transport = {
    post(path, json) {
      requests.push(path)
      if (fault !== undefined) return Promise.resolve(fault)
      const { nonce } = nonceOf.parse(JSON.parse(json))
      const head = { proto: 1, nonce, epoch: 'e-1', at: '2026-04-01T00:00:00.000Z' }
      const body = path.endsWith('pull')
        ? { ...head, pages: [], refetch: [], hasMore: false }
        : { ...head, results: takes ? acknowledge(json) : [] }
      return Promise.resolve({ state: 'answered', status: 200, body, retryAfterMs: null })
    },
    get: () => Promise.resolve({ state: 'failed', reason: 'network' }),
    subscribePoke(onPoke) {
      pokes.add(onPoke)
      return () => pokes.delete(onPoke)
    },
  }
  return {
    transport,
    requests,
    poke: (brought?: unknown) => pokes.forEach((onPoke) => onPoke(brought)),
    listeners: () => pokes.size,
    fail: (answer: TransportAnswer | undefined) => (fault = answer),
    /** From now on it acknowledges everything; before it answers as if nothing had been sent. */
    take: () => (takes = true),
  }
}

const unreachable: TransportAnswer = { state: 'failed', reason: 'network' }

/** Moves the clock where nothing should happen, and gives it the time to happen all the same. */
async function pass(tablet: Tablet, ms: number) {
  tablet.clock.advance(ms)
  await new Promise((resolve) => setTimeout(resolve, 40))
}

async function attempt(tablet: Tablet, ms: number) {
  const before = tablet.attempts()
  tablet.clock.advance(ms)
  await tablet.settled(before)
}

test('it looks at the start, every 30 s, and at a poke', async () => {
  const server = aQuietServer()
  const tablet = await open({ transport: server.transport })
  tablet.engine.start()
  await attempt(tablet, 0)
  expect(server.requests).toEqual(['/sync/v1/pull'])
  await pass(tablet, 29_000)
  expect(server.requests).toHaveLength(1)
  await attempt(tablet, 1_000)
  expect(server.requests).toHaveLength(2)
  server.poke()
  await attempt(tablet, 0)
  expect(server.requests).toHaveLength(3)
})

test('the first save after a quiet time goes at once', async () => {
  const server = aQuietServer()
  const tablet = await open({ transport: server.transport })
  tablet.engine.start()
  await attempt(tablet, 0)
  await pass(tablet, 1_000)
  server.requests.length = 0
  await tablet.note('一')
  await attempt(tablet, 0)
  expect(server.requests[0]).toBe('/sync/v1/push')
})

test('a burst of saves goes together shortly after', async () => {
  const server = aQuietServer()
  server.take()
  server.fail(unreachable)
  const tablet = await open({ transport: server.transport })
  tablet.engine.start()
  await attempt(tablet, 0)
  server.fail(undefined)
  await tablet.note('零')
  await tablet.sync()
  server.requests.length = 0
  for (const text of ['一', '二', '三']) await tablet.note(text)
  await pass(tablet, 249)
  expect(server.requests).toEqual([])
  await attempt(tablet, 1)
  expect(server.requests.filter((path) => path.endsWith('push')).length).toBe(1)
  expect(tablet.status().lastSavedAt).toBe('2026-04-01T00:00:00.000Z')
})

test('an attempt that had nothing to send does not hold up the next save', async () => {
  const server = aQuietServer()
  server.take()
  const tablet = await open({ transport: server.transport })
  tablet.engine.start()
  await attempt(tablet, 0)
  await pass(tablet, 1_000)
  server.poke()
  await attempt(tablet, 0)
  server.requests.length = 0
  await tablet.note('一')
  await attempt(tablet, 0)
  expect(server.requests[0]).toBe('/sync/v1/push')
})

test('while backing off a save does not hurry it, a person and a poke do', async () => {
  const server = aQuietServer()
  server.fail(unreachable)
  const tablet = await open({ transport: server.transport })
  tablet.engine.start()
  await attempt(tablet, 0)
  expect(tablet.status().phase).toEqual({ state: 'offline', reason: 'network', retryAt: '2026-04-01T00:00:01.000Z' })
  await tablet.note('一')
  await pass(tablet, 999)
  expect(server.requests).toHaveLength(1)
  await attempt(tablet, 1)
  server.poke()
  await attempt(tablet, 0)
  await tablet.sync()
  expect(server.requests).toHaveLength(4)
})

test('a server that asks to come later is left alone until then, but for a person', async () => {
  const server = aQuietServer()
  server.fail({ state: 'answered', status: 503, body: undefined, retryAfterMs: 60_000 })
  const tablet = await open({ transport: server.transport })
  tablet.engine.start()
  await attempt(tablet, 0)
  server.poke()
  await pass(tablet, 59_000)
  expect(server.requests).toHaveLength(1)
  server.fail(undefined)
  await tablet.sync()
  expect(tablet.status().phase).toEqual({ state: 'idle' })
})

test('a captive portal is told as such and nothing counts as sent', async () => {
  const server = aQuietServer()
  server.fail({ state: 'answered', status: 200, body: undefined, retryAfterMs: null })
  const tablet = await open({ transport: server.transport })
  await tablet.note('一')
  tablet.engine.start()
  await attempt(tablet, 0)
  expect(tablet.status()).toMatchObject({
    phase: { reason: 'not-our-server' },
    unsent: { entries: 1 },
    lastSyncedAt: null,
  })
})

test('an answer about other operations than were sent marks nothing', async () => {
  const server = aQuietServer()
  const tablet = await open({ transport: server.transport })
  await tablet.note('一')
  tablet.engine.start()
  await attempt(tablet, 0)
  expect(tablet.status()).toMatchObject({ phase: { reason: 'not-our-server' }, unsent: { entries: 1 } })
})

test('what was known is shown again after a restart without network', async () => {
  const server = aQuietServer()
  const browser = aBrowser()
  const before = await open({ transport: server.transport, browser })
  before.engine.start()
  await attempt(before, 0)
  before.close()
  server.fail(unreachable)
  const after = await open({
    transport: server.transport,
    browser,
    clock: aClock(Date.parse('2026-04-01T08:00:00.000Z')),
  })
  after.engine.start()
  await attempt(after, 0)
  expect(after.status()).toMatchObject({
    lastSyncedAt: '2026-04-01T00:00:00.000Z',
    clockOffset: 0,
    phase: { state: 'offline' },
  })
})

test('after stop there is no attempt and no listener', async () => {
  const server = aQuietServer()
  const tablet = await open({ transport: server.transport })
  tablet.engine.start()
  await attempt(tablet, 0)
  tablet.engine.stop()
  tablet.engine.syncNow()
  await pass(tablet, 300_000)
  expect([server.requests.length, server.listeners()]).toEqual([1, 0])
})

/** Leads and loses its place when told. */
function aContestedPlace() {
  let role = { onLead: () => {}, onLost: () => {} }
  const leadership: Leadership = {
    lead(onLead, onLost) {
      role = { onLead, onLost }
      return () => {}
    },
  }
  return { leadership, win: () => role.onLead(), lose: () => role.onLost() }
}

test('a tab whose place was taken asks nothing more, and goes on when it leads again', async () => {
  const server = aQuietServer()
  const place = aContestedPlace()
  const tablet = await open({ transport: server.transport, leadership: place.leadership })
  tablet.engine.start()
  place.win()
  await attempt(tablet, 0)
  place.lose()
  await tablet.note('一')
  await pass(tablet, 120_000)
  expect([server.requests.length, server.listeners()]).toEqual([1, 0])
  place.win()
  await attempt(tablet, 0)
  expect(server.requests.length).toBeGreaterThan(1)
  expect(server.listeners()).toBe(1)
})

test('a place that is lost and won again during a request never leads to two attempts at a time', async () => {
  const server = aQuietServer()
  const place = aContestedPlace()
  let release = () => {}
  let underWay = 0
  let most = 0
  const transport: Transport = {
    ...server.transport,
    async post(path, json) {
      underWay += 1
      most = Math.max(most, underWay)
      if (server.requests.length === 0) await new Promise<void>((resolve) => (release = resolve))
      underWay -= 1
      return server.transport.post(path, json)
    },
  }
  const tablet = await open({ transport, leadership: place.leadership })
  tablet.engine.start()
  place.win()
  await pass(tablet, 0)
  place.lose()
  place.win()
  await pass(tablet, 1_000)
  expect(server.requests).toHaveLength(0)
  const before = tablet.attempts()
  release()
  await tablet.settled(before)
  expect([server.requests.length, most]).toEqual([2, 1])
  expect(tablet.status().phase).toEqual({ state: 'idle' })
})

test('one tab talks to the server, the others show what it knows and pass their wishes on', async () => {
  const server = aQuietServer()
  const browser = aBrowser()
  const clock = aClock()
  const tabs = new Set<(message: unknown) => void>()
  const channel = (): SyncChannel => {
    const own = new Set<(message: unknown) => void>()
    return {
      post: (message) => tabs.forEach((listener) => !own.has(listener) && listener(message)),
      subscribe(listener) {
        own.add(listener)
        tabs.add(listener)
        return () => tabs.delete(listener)
      },
    }
  }
  const following: Leadership = { lead: () => () => {} }
  const leader = await open({ transport: server.transport, browser, clock, channel: channel() })
  const follower = await open({
    transport: server.transport,
    browser,
    clock,
    channel: channel(),
    leadership: following,
  })
  leader.engine.start()
  await attempt(leader, 0)
  follower.engine.start()
  expect(follower.status().lastSyncedAt).toBe(leader.status().lastSyncedAt)
  const before = leader.attempts()
  follower.engine.syncNow()
  clock.advance(0)
  await leader.settled(before)
  expect(server.requests).toHaveLength(2)
  server.fail(unreachable)
  const beforeSave = leader.attempts()
  await follower.note('一')
  clock.advance(250)
  await leader.settled(beforeSave)
  expect(follower.status()).toMatchObject({ phase: { state: 'offline' }, unsent: { entries: 1 } })
})

test('[M10] a clock that is set back by years does not keep a save waiting', async () => {
  const server = aQuietServer()
  server.take()
  const time = aClock()
  let setBackMs = 0
  const clock = { ...time, now: () => time.now() - setBackMs }
  const tablet = await open({ transport: server.transport, clock })
  await tablet.note('一')
  tablet.engine.start()
  await attempt(tablet, 0)
  setBackMs = 3 * 365 * 24 * 3_600_000
  await tablet.note('二')
  await attempt(tablet, 250)
  expect(server.requests.filter((path) => path.endsWith('push'))).toHaveLength(2)
})

test('[M10] a clock that is set back by years does not make "come later" years', async () => {
  const server = aQuietServer()
  const time = aClock()
  let setBackMs = 0
  const clock = { ...time, now: () => time.now() - setBackMs }
  const tablet = await open({ transport: server.transport, clock })
  server.fail({ state: 'answered', status: 503, body: undefined, retryAfterMs: 60_000 })
  tablet.engine.start()
  await attempt(tablet, 0)
  setBackMs = 3 * 365 * 24 * 3_600_000
  server.poke()
  await attempt(tablet, 60_000)
  expect(server.requests).toHaveLength(2)
})
