// The HTTP border with its bad inputs: each gets a code of the protocol, and what was stored stays.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorAnswer } from '../../../src/protocol/errorAnswer.ts'
import { pullResponse } from '../../../src/protocol/pull.ts'
import { pushResponse } from '../../../src/protocol/push.ts'
import { createServer } from '../../../src/server/http/createServer.ts'
import { contentSecurityPolicy } from '../../../src/server/http/securityHeaders.ts'
import type { Store } from '../../../src/server/store/createStore.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { StoreError } from '../../../src/server/store/StoreError.ts'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
import { contextOf, serverTime } from '../../support/server/contextOf.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'
import { waitUntil } from '../../support/waitUntil.ts'

let folder: string
let store: Store
let context: SyncContext
let server: FastifyInstance

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'genba-http-'))
  const app = join(folder, 'app')
  mkdirSync(join(app, 'assets'), { recursive: true })
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>Genba</title>')
  writeFileSync(join(app, 'sw.js'), '// worker')
  writeFileSync(join(app, 'assets/app-abc.js'), `console.log(${JSON.stringify('x'.repeat(3_000))})`)
  store = await openStore({ dataFolder: folder, sha256: sha256ForTests })
  context = await contextOf(store)
  server = await serve(context)
})
afterEach(async () => {
  await server.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

const serve = (parts: SyncContext) =>
  createServer({
    context: parts,
    appFolder: join(folder, 'app'),
    logLevel: 'silent',
    origins: ['http://localhost:5173'],
  })

// Without a real connection there is no port, so the server's own address is the bare name.
const ask = (options: InjectOptions, to = server) =>
  to.inject({ ...options, headers: { host: 'localhost', ...options.headers } })
const push = (payload: NonNullable<InjectOptions['payload']>, headers = {}) =>
  ask({ method: 'POST', url: '/sync/v1/push', payload, headers: { 'content-type': 'application/json', ...headers } })
const pull = (payload: object, headers = {}) => ask({ method: 'POST', url: '/sync/v1/pull', payload, headers })
const pullAll = { proto: 1, nonce: 'n', device: 'd1', cursors: [], max: 500 }
const codeOf = (answer: { body: string }) => errorAnswer.parse(JSON.parse(answer.body)).error.code

describe('push and pull', () => {
  test('[P2] [P5] a push is acknowledged with its nonce, the epoch and the time of the server', async () => {
    const writer = new RunWriter('d1', 's1')
    const answer = await push(writer.push(writer.writeMany(2), 'fresh'))
    expect(answer.statusCode).toBe(200)
    expect(pushResponse.parse(answer.json())).toEqual({
      proto: 1,
      nonce: 'fresh',
      epoch: 'epoch-1',
      at: serverTime,
      results: [
        { stream: 's1', verdicts: [1, 2].map((n) => ({ verdict: 'acked', n })), root: expect.any(String) as string },
      ],
    })
  })

  test('[P7] a pull sends streams that the device did not name from version 1', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.writeMany(2)
    await push(writer.push(operations))
    const answer = pullResponse.parse((await pull(pullAll)).json())
    expect(answer.pages.map(({ stream, from }) => [stream, from])).toEqual([['s1', 1]])
    expect(answer.pages[0]?.ops.map(({ h }) => h)).toEqual(operations.map(({ header }) => header))
    expect(answer).toMatchObject({ refetch: [], hasMore: false, nonce: 'n' })
  })

  test('[P4] cursors with a wrong root, beyond the head or of an unknown stream are to be fetched anew', async () => {
    for (const stream of ['s1', 's2', 's3']) {
      const writer = new RunWriter('d1', stream)
      await push(writer.push(writer.writeMany(3)))
    }
    const cursors = [
      { stream: 's1', version: 2, root: sha256ForTests('other') },
      { stream: 's2', version: 9, root: sha256ForTests('other') },
      { stream: 's3', version: 3, root: '' },
      { stream: 'nobody-knows', version: 4, root: sha256ForTests('other') },
      { stream: 'empty-here', version: 0, root: '' },
    ]
    const answer = pullResponse.parse((await pull({ ...pullAll, cursors })).json())
    expect(answer.refetch.toSorted()).toEqual(['nobody-knows', 's1', 's2', 's3'])
    expect(answer.pages).toEqual([])
  })

  test('[P3] a small answer brings the short streams whole, and pulling on brings everything', async () => {
    for (const [stream, count] of [
      ['long', 60],
      ['short', 3],
      ['middle', 20],
    ] as const) {
      const writer = new RunWriter('d1', stream)
      await push(writer.push(writer.writeMany(count)))
    }
    const first = pullResponse.parse((await pull({ ...pullAll, max: 20 })).json())
    expect(Object.fromEntries(first.pages.map(({ stream, ops }) => [stream, ops.length]))).toEqual({
      short: 3,
      middle: 17,
    })
    expect(first.hasMore).toBe(true)
  })

  test('[P6] an answer stays below the message limit however long the operations are', async () => {
    const writer = new RunWriter('d1', 's1')
    const long = '長'.repeat(40_000)
    for (let batch = 0; batch < 5; batch += 1)
      await push(writer.push(writer.write(...Array.from({ length: 12 }, () => long))))
    const answer = await pull(pullAll)
    expect(answer.rawPayload.length).toBeLessThan(8 * 1024 * 1024)
    const { pages, hasMore } = pullResponse.parse(answer.json())
    expect(pages[0]?.ops.length).toBeGreaterThan(20)
    expect(hasMore).toBe(true)
  })

  test('gzipped requests are read and large answers are gzipped where the tablet accepts it', async () => {
    const writer = new RunWriter('d1', 's1')
    const body = gzipSync(JSON.stringify(writer.push(writer.writeMany(30))))
    expect((await push(body, { 'content-encoding': 'gzip' })).statusCode).toBe(200)
    const zipped = await pull(pullAll, { 'accept-encoding': 'br, gzip' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(pullResponse.parse(JSON.parse(gunzipSync(zipped.rawPayload).toString())).pages[0]?.ops).toHaveLength(30)
    for (const refused of ['identity', 'gzip;q=0', 'br']) {
      expect((await pull(pullAll, { 'accept-encoding': refused })).headers['content-encoding']).toBeUndefined()
    }
  })

  test('[P9] the device that listens is told to look after somebody pushed', async () => {
    let told = 0
    context.pokeHub.listen(() => (told += 1))
    const writer = new RunWriter('d1', 's1')
    const operations = writer.writeMany(1)
    await push(writer.push(operations))
    expect(told).toBe(1)
    await push(writer.push(operations))
    expect(told).toBe(1)
  })
})

describe('bad input', () => {
  test.each([
    ['no JSON', '{"proto":1'],
    ['an empty body', ''],
    ['JSON of another form', '[]'],
    ['a message with a field too many', JSON.stringify({ ...new RunWriter('d1', 's1').pushBatches([]), extra: 1 })],
    ['a prototype in disguise', '{"__proto__":{"proto":1},"proto":1}'],
    ['an id that is a path', JSON.stringify({ ...new RunWriter('d1', 's1').pushBatches([]), device: '../etc' })],
    ['JSON a million levels deep', '['.repeat(1_000_000)],
  ])('%s is a malformed request', async (_what, body) => {
    const answer = await push(body)
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'malformed-request'])
    const unchanged = pullResponse.parse((await pull(pullAll)).json())
    expect(unchanged.pages).toEqual([])
  })

  test('a body of another type or coding is a malformed request', async () => {
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-encoding': 'br' },
      { 'content-encoding': 'gzip' },
    ]) {
      expect(codeOf(await push('{}', headers))).toBe('malformed-request')
    }
  })

  test('[P6] too many operations, too many bytes and a gzip bomb are batches that are too large', async () => {
    const writer = new RunWriter('d1', 's1')
    const tooMany = await push(writer.push(writer.writeMany(501)))
    const tooLong = await push(`"${'x'.repeat(9 * 1024 * 1024)}"`)
    const bomb = await push(gzipSync(`"${' '.repeat(50 * 1024 * 1024)}"`), { 'content-encoding': 'gzip' })
    for (const answer of [tooMany, tooLong, bomb]) {
      expect([answer.statusCode, codeOf(answer)]).toEqual([413, 'batch-too-large'])
    }
    // Packing the bomb held this process up: like any tablet, come again while the server is busy.
    await waitUntil('a server with time', async () => (await pull(pullAll)).statusCode === 200)
    expect(pullResponse.parse((await pull(pullAll)).json()).pages).toEqual([])
  })

  test('[P1] messages of a newer protocol are told so, whatever form they have', async () => {
    for (const answer of [await push({ proto: 2, new: 'form' }), await pull({ ...pullAll, proto: 2 })]) {
      expect([answer.statusCode, codeOf(answer)]).toEqual([426, 'unsupported-protocol'])
    }
  })

  test('a foreign name or page is refused, against DNS rebinding', async () => {
    const health = { method: 'GET', url: '/healthz' } as const
    for (const headers of [
      { host: 'evil.example' },
      { host: 'localhost:1' },
      { host: '' },
      { host: 'localhost', origin: 'http://evil.example' },
      { host: 'localhost', origin: 'null' },
    ]) {
      const answer = await ask({ ...health, headers })
      expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'wrong-address'])
    }
    for (const headers of [
      { host: '127.0.0.1' },
      { host: 'LOCALHOST' },
      { host: '[::1]' },
      { origin: 'http://localhost' },
      { origin: 'http://localhost:5173' },
    ]) {
      expect((await ask({ ...health, headers })).statusCode).toBe(200)
    }
  })

  test('unknown addresses of the API are answered in JSON, with every method', async () => {
    for (const [method, url] of [
      ['GET', '/sync/v1/other'],
      ['POST', '/sync/v2/push'],
      ['GET', '/sync/v1/push'],
      ['DELETE', '/'],
      ['GET', '/evidence/x'],
    ] as const) {
      const answer = await ask({ method, url, headers: { accept: 'text/html' } })
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'not-found'])
    }
  })

  test.each([
    ['full', 503, 'storage-full', '30'],
    ['busy', 503, 'busy', '1'],
    ['unavailable', 503, 'busy', '1'],
    ['broken', 500, 'internal', undefined],
  ] as const)('[P5] when the store is %s, nothing is acknowledged', async (code, status, wire, retryAfter) => {
    const failing: Store = { ...store, append: () => Promise.reject(new StoreError(code, new Error('secret text'))) }
    const broken = await serve(await contextOf(failing))
    const writer = new RunWriter('d1', 's1')
    const answer = await ask(
      { method: 'POST', url: '/sync/v1/push', payload: writer.push(writer.writeMany(1)) },
      broken,
    )
    expect([answer.statusCode, codeOf(answer), answer.headers['retry-after']]).toEqual([status, wire, retryAfter])
    expect(answer.body).not.toContain('secret')
    await broken.close()
  })
})

describe('the app', () => {
  const page = { accept: 'text/html,*/*' }
  test('the start page is served for every address inside the app, never from a cache', async () => {
    for (const url of ['/', '/index.html', '/audits/a-1/checklist?x=1']) {
      const answer = await ask({ method: 'GET', url, headers: page })
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(answer.body).toContain('<title>Genba</title>')
      expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy)
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('files with a hash are kept for ever and gzipped, the worker is asked for each time', async () => {
    const asset = await ask({ method: 'GET', url: '/assets/app-abc.js', headers: { 'accept-encoding': 'gzip' } })
    expect(asset.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
    })
    expect(gunzipSync(asset.rawPayload).toString()).toMatch(/^console\.log/)
    const worker = await ask({ method: 'GET', url: '/sw.js' })
    expect([worker.headers['cache-control'], worker.body]).toEqual(['no-cache', '// worker'])
    const again = await ask({ method: 'GET', url: '/sw.js', headers: { 'if-none-match': String(worker.headers.etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('after a deploy an old page still finds its hashed parts, but never the old start page or worker', async () => {
    const deploy = async (...files: [path: string, content: string][]) => {
      rmSync(join(folder, 'app'), { recursive: true })
      mkdirSync(join(folder, 'app/assets'), { recursive: true })
      for (const [path, content] of files) writeFileSync(join(folder, 'app', path), content)
      const parts = { context, logLevel: 'silent', origins: [] }
      return createServer({ ...parts, appFolder: join(folder, 'app'), assetsFolder: join(folder, 'earlier-assets') })
    }
    const first = await deploy(
      ['index.html', 'first'],
      ['sw.js', '1'],
      ['assets/page-aaaaaaaa.js', 'old()'],
      ['old.html', 'x'],
    )
    await first.close()
    const second = await deploy(['index.html', 'second'], ['sw.js', '2'], ['assets/page-bbbbbbbb.js', 'new()'])
    const get = (url: string) => ask({ method: 'GET', url, headers: page }, second)
    const old = await get('/assets/page-aaaaaaaa.js')
    expect([old.statusCode, old.body]).toEqual([200, 'old()'])
    expect(old.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    })
    expect((await get('/assets/page-bbbbbbbb.js')).body).toBe('new()')
    expect([(await get('/')).body, (await get('/sw.js')).body]).toEqual(['second', '2'])
    for (const url of ['/old.html', '/assets/../last-build', '/assets/last-build', '/assets/%2e%2e/last-build.js']) {
      expect((await ask({ method: 'GET', url }, second)).statusCode).toBe(404)
    }
    await second.close()
  })

  test('missing files and paths out of the folder are not found', async () => {
    for (const url of ['/assets/gone-123.js', '/../genba.sqlite', '/%2e%2e/genba.sqlite', '/genba.sqlite', '/audits']) {
      expect((await ask({ method: 'GET', url })).statusCode).toBe(404)
    }
  })
})
