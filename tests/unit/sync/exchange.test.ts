import { expect, test } from 'vitest'
import { pullResponse } from '../../../src/protocol/pull.ts'
import { exchange } from '../../../src/sync/exchange.ts'
import type { TransportAnswer } from '../../../src/sync/SyncPorts.ts'

const good = {
  proto: 1,
  nonce: 'n-1',
  epoch: 'e-1',
  at: '2026-04-01T00:00:10.000Z',
  pages: [],
  refetch: [],
  hasMore: false,
}

function answered(body: unknown, status = 200, retryAfterMs: number | null = null): TransportAnswer {
  return { state: 'answered', status, body, retryAfterMs }
}

async function exchanging(answer: TransportAnswer) {
  const offsets: number[] = []
  let now = Date.parse('2026-04-01T00:00:00.000Z')
  const result = await exchange(
    {
      transport: {
        post: () => {
          now += 2_000
          return Promise.resolve(answer)
        },
        get: () => Promise.reject(new Error('nothing is fetched here')),
        subscribePoke: () => () => {},
      },
      clock: { now: () => now },
      random: { id: () => 'n-1', fraction: () => 0 },
      onOffset: (offset) => offsets.push(offset),
    },
    { path: '/sync/v1/pull', content: {} },
    pullResponse,
  )
  return { result, offsets }
}

test('an answer of the right form counts, and tells the clock distance from the middle of the exchange', async () => {
  const { result, offsets } = await exchanging(answered(good))
  expect(result).toEqual({ ok: true, value: good })
  expect(offsets).toEqual([9_000])
})

test.each([
  ['a captive portal', answered(undefined), 'not-our-server'],
  ['another form', answered({ hello: 'world' }), 'not-our-server'],
  ['an old answer', answered({ ...good, nonce: 'n-0' }), 'not-our-server'],
  ['a login page', answered(undefined, 403), 'not-our-server'],
  ['a proxy that gave up', answered(undefined, 504), 'timeout'],
  ['a proxy that broke', answered(undefined, 502), 'server-trouble'],
  ['a body too long for a proxy', answered(undefined, 413), 'too-large'],
  ['a batch too long', answered({ error: { code: 'batch-too-large' } }, 413), 'too-large'],
  ['a newer protocol', answered({ error: { code: 'unsupported-protocol' } }, 426), 'upgrade-needed'],
  ['a full server', answered({ error: { code: 'storage-full' } }, 503), 'storage-full'],
  ['no connection', { state: 'failed', reason: 'network' }, 'network'],
] as const)('[P2] %s is no answer', async (_, answer, code) => {
  const { result, offsets } = await exchanging(answer)
  expect(result).toEqual({ ok: false, error: { code, retryAfterMs: null } })
  expect(offsets).toEqual([])
})

test('the wish to come later is taken from the header or the answer', async () => {
  const busy = { error: { code: 'busy', retryAfterMs: 1_000 } }
  expect((await exchanging(answered(busy, 503))).result).toMatchObject({ error: { code: 'busy', retryAfterMs: 1_000 } })
  expect((await exchanging(answered(busy, 503, 5_000))).result).toMatchObject({ error: { retryAfterMs: 5_000 } })
  expect((await exchanging(answered(undefined, 429, 7_000))).result).toMatchObject({
    error: { code: 'busy', retryAfterMs: 7_000 },
  })
})
