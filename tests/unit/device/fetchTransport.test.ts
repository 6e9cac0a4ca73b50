import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFetchTransport } from '../../../src/device/fetchTransport.ts'

interface Received {
  readonly encoding: string | undefined
  readonly body: string
}

let server: Server
let answer: (response: ServerResponse) => void
const received: Received[] = []

beforeEach(async () => {
  received.length = 0
  server = createServer((request, response) => void read(request).then(() => answer(response)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
  const realFetch = globalThis.fetch
  // Node has no origin of its own, so paths get one here and `same-origin` has nothing to compare with.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => realFetch(origin + path, { ...init, mode: 'cors' }))
})

afterEach(() => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  server.close()
})

async function read(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const encoding = request.headers['content-encoding']
  received.push({ encoding, body: (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8') })
}

const post = (json = '{}') => createFetchTransport().post('/sync/v1/push', json)

test('a short message goes as it is, a long one gzipped, both whole', async () => {
  answer = (response) => response.end('{"fine":true}')
  const long = JSON.stringify({ text: '監査'.repeat(5_000) })
  expect(await post('{"a":1}')).toEqual({ state: 'answered', status: 200, body: { fine: true }, retryAfterMs: null })
  await post(long)
  expect(received).toEqual([
    { encoding: undefined, body: '{"a":1}' },
    { encoding: 'gzip', body: long },
  ])
})

test('a long message is not gzipped where a short one has just come back at once, and is again where none came back', async () => {
  let time = 0
  let takesMs = 5
  answer = (response) => {
    time += takesMs
    response.end('{}')
  }
  const near = createFetchTransport(() => time)
  const long = JSON.stringify({ text: '監査'.repeat(5_000) })
  const encodingOfLong = async () => {
    await near.post('/sync/v1/pull', '{}')
    await near.post('/sync/v1/push', long)
    return received.at(-1)?.encoding
  }
  expect(await encodingOfLong()).toBeUndefined()
  takesMs = 200
  expect(await encodingOfLong()).toBe('gzip')
  takesMs = 5
  expect(await encodingOfLong()).toBeUndefined()
  answer = (response) => response.destroy()
  expect(await encodingOfLong()).toBe('gzip')
})

test('what is not JSON has no body, whatever its status', async () => {
  answer = (response) => response.end('<html>Welcome to the hotel</html>')
  expect(await post()).toMatchObject({ state: 'answered', status: 200, body: undefined })
})

test('the wish to come later is read in seconds', async () => {
  answer = (response) => response.writeHead(503, { 'retry-after': '7' }).end()
  expect(await post()).toMatchObject({ status: 503, retryAfterMs: 7_000 })
})

test('a redirect is not followed', async () => {
  answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end()
  expect(await post()).toEqual({ state: 'failed', reason: 'network' })
})

test('a connection that breaks is told as network trouble', async () => {
  answer = (response) => response.destroy()
  expect(await post()).toEqual({ state: 'failed', reason: 'network' })
})
