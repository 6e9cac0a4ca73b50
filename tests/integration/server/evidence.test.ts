// Evidence over HTTP, against the real server on disk and S3.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import { mostEvidenceBytes, mostEvidencePutBytes } from '../../../src/protocol/limits.ts'
import { pullResponse } from '../../../src/protocol/pull.ts'
import { parseConfig } from '../../../src/server/config.ts'
import { startServer, type RunningServer } from '../../../src/server/startServer.ts'
import { evidenceClient, isSigned, nameOf, type EvidenceClient } from '../../support/evidence/evidenceClient.ts'
import { html, jpeg, pdf, png, svg } from '../../support/evidence/someFiles.ts'
import { startS3, type TestS3 } from '../../support/evidence/startS3.ts'
import { waitUntil } from '../../support/waitUntil.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder: string
let server: RunningServer
let s3: TestS3 | undefined
let client: EvidenceClient

async function start(settings: Record<string, string> = {}): Promise<void> {
  const config = parseConfig({ GENBA_PORT: '0', GENBA_DATA: folder, GENBA_LOG: 'silent', ...settings })
  if (!config.ok) throw new Error(config.error)
  server = await startServer(config.value, '')
  client = evidenceClient(server.url)
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genba-http-evidence-'))
})
afterEach(async () => {
  await server.close()
  await s3?.dispose()
  s3 = undefined
  await rm(folder, { recursive: true, force: true })
})

const incoming = () => readdirSync(join(folder, 'evidence', 'incoming'))
const serverKey = async () => {
  const request = { proto: 1, nonce: 'n', device: 'd', cursors: [], max: 1, facts: true }
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) }
  const { facts } = pullResponse.parse(await (await fetch(`${server.url}/sync/v1/pull`, init)).json())
  return must(facts?.serverKey, 'the server key')
}
/** A text, so that pieces of any size are of a type that is taken. */
const aLog = (size: number) => Buffer.from(randomBytes(size).toString('base64').slice(0, size))
const photo = png({ width: 300, height: 200 })

describe.each(['disk', 'S3'])('with evidence on %s', (place) => {
  beforeEach(async () => {
    if (place === 'disk') return start()
    s3 = await startS3()
    const { endpoint, bucket, accessKey, secretKey } = s3.settings
    await start({
      GENBA_S3_ENDPOINT: endpoint,
      GENBA_S3_BUCKET: bucket,
      GENBA_S3_ACCESS_KEY: accessKey,
      GENBA_S3_SECRET_KEY: secretKey,
    })
  })

  test('[P22] [P23] a file that is put is acknowledged by a receipt that the server key has signed', async () => {
    const receipt = await client.put(photo)
    if ('code' in receipt) throw new Error(receipt.code)
    expect(receipt).toMatchObject({ sha256: nameOf(photo), size: photo.length })
    expect(isSigned(receipt, await serverKey())).toBe(true)
    for (const forged of [
      { size: 1 },
      { sha256: nameOf(pdf) },
      { epoch: 'other' },
      { nonce: 'other' },
      { storedAt: '' },
    ])
      expect(isSigned({ ...receipt, ...forged }, await serverKey())).toBe(false)
    expect((await client.head(nameOf(photo))).status).toBe(200)
    expect(Buffer.from(await (await client.get(nameOf(photo))).arrayBuffer()).equals(photo)).toBe(true)
    expect(incoming()).toEqual([])
  })

  test('[P22] a wrong hash is never acknowledged, and nothing of it stays', async () => {
    const sha256 = nameOf(Buffer.from('other bytes'))
    expect(await client.put(photo, sha256)).toEqual({ code: 'wrong-hash', status: 422 })
    const path = await client.create(photo, sha256)
    expect((await client.patch(path, 0, photo)).status).toBe(422)
    expect(await client.offset(path)).toBeUndefined()
    expect(await client.receipt(sha256)).toEqual({ code: 'not-found', status: 404 })
    expect((await client.head(sha256)).status).toBe(404)
    expect((await client.get(sha256)).status).toBe(404)
    expect(incoming()).toEqual([])
  })

  test('one file put by eight at once is acknowledged to all of them and there once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.put(photo)))
    expect(answers.filter((answer) => 'signature' in answer)).toHaveLength(8)
    expect(Buffer.from(await (await client.get(nameOf(photo))).arrayBuffer()).equals(photo)).toBe(true)
    expect(incoming()).toEqual([])
  })

  test('an upload in pieces, cut at each of them, ends with the same hash', async () => {
    const bytes = aLog(300_000)
    const path = await client.create(bytes)
    let offset = 0
    for (let cut = 1; offset < bytes.length; cut += 1) {
      await cutPatch(path, offset, bytes.subarray(offset), cut * 20_000)
      // What had arrived goes on from there.
      await waitUntil('the server has ended the cut request', async () => (await client.offset(path)) !== undefined)
      const reached = must(await client.offset(path), 'an upload')
      expect(reached).toBeGreaterThanOrEqual(offset)
      const piece = bytes.subarray(reached, reached + 30_000)
      expect((await client.patch(path, reached, piece)).status).toBe(204)
      offset = reached + piece.length
    }
    expect(await client.receipt(nameOf(bytes))).toMatchObject({ sha256: nameOf(bytes), size: bytes.length })
    expect(Buffer.from(await (await client.get(nameOf(bytes))).arrayBuffer()).equals(bytes)).toBe(true)
    expect(incoming()).toEqual([])
  })
})

/** Sends the head of a request and as many bytes of its body, then breaks the connection. */
async function sendCut(head: readonly string[], body: Uint8Array, most: number): Promise<void> {
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  const text = [...head, `host: 127.0.0.1:${port}`, `content-length: ${String(body.length)}`, '', ''].join('\r\n')
  socket.write(text)
  await new Promise((resolve) => socket.write(body.subarray(0, most), resolve))
  await new Promise((resolve) => setTimeout(resolve, 20))
  socket.destroy()
}

const cutPatch = (path: string, offset: number, body: Uint8Array, most: number) =>
  sendCut(
    [
      `PATCH ${path} HTTP/1.1`,
      'tus-resumable: 1.0.0',
      'content-type: application/offset+octet-stream',
      `upload-offset: ${String(offset)}`,
    ],
    body,
    Math.min(most, body.length - 1),
  )

describe('the routes of evidence', () => {
  beforeEach(() => start())

  test.each([
    ['an SVG', svg, 'image/svg+xml'],
    ['an SVG disguised as a PNG', svg, 'image/png'],
    ['an SVG disguised as a text', svg, 'text/plain'],
    ['a page', html, 'text/html'],
    ['a page disguised as JSON', html, 'application/json'],
  ])('[P21] %s is refused, whichever way it comes', async (_what, bytes, type) => {
    const url = `${server.url}/evidence/${nameOf(bytes)}`
    const put = await fetch(`${url}?nonce=n`, { method: 'PUT', body: bytes, headers: { 'content-type': type } })
    expect([put.status, ((await put.json()) as { error: object }).error]).toEqual([415, { code: 'unsupported-type' }])
    const path = await client.create(bytes)
    const patched = await client.patch(path, 0, bytes)
    expect([patched.status, await patched.json()]).toEqual([415, { error: { code: 'unsupported-type' } }])
    expect((await client.head(nameOf(bytes))).status).toBe(404)
  })

  test('[P21] a picture of too many pixels is refused', async () => {
    expect(await client.put(png({ width: 1, height: 1 }, { width: 50_000, height: 50_000 }))).toEqual({
      code: 'too-many-pixels',
      status: 422,
    })
  })

  test.each([
    ['a PNG', photo, 'image/png', 'inline'],
    ['a JPEG', jpeg({ width: 4, height: 4 }), 'image/jpeg', 'inline'],
    ['a PDF', pdf, 'application/pdf', 'inline'],
    ['a text', Buffer.from('<13>log'), 'application/octet-stream', 'attachment'],
    ['an empty file', Buffer.alloc(0), 'application/octet-stream', 'attachment'],
  ])('[P21] %s is handed out in a sandbox', async (_what, bytes, type, disposition) => {
    await client.put(bytes)
    const { status, headers } = await client.get(nameOf(bytes))
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': type,
      'content-length': String(bytes.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition}`))
  })

  test('more than one PUT may carry is refused, said before or not, and goes by tus', async () => {
    const bytes = aLog(mostEvidencePutBytes + 1)
    expect(await client.put(bytes)).toEqual({ code: 'evidence-too-large', status: 413 })
    const stream = new Blob([bytes]).stream()
    const init = { method: 'PUT', body: stream, duplex: 'half' } as RequestInit
    const unsaid = await fetch(`${server.url}/evidence/${nameOf(bytes)}?nonce=n`, init).then(
      ({ status }) => status,
      () => 413,
    )
    expect(unsaid).toBe(413)
    expect(incoming()).toEqual([])
    const path = await client.create(bytes)
    expect((await client.patch(path, 0, bytes)).status).toBe(204)
    expect(await client.receipt(nameOf(bytes))).toMatchObject({ size: bytes.length })
    expect(await client.put(aLog(mostEvidencePutBytes))).toMatchObject({ size: mostEvidencePutBytes })
  })

  test('an upload without a name, of unknown or too great length, or off its offset is refused', async () => {
    const named = { 'upload-metadata': `sha256 ${Buffer.from(nameOf(photo)).toString('base64')}` }
    const status = async (headers: Record<string, string>) => (await client.createWith(headers)).status
    expect(await status({ 'upload-length': '5' })).toBe(400)
    expect(await status({ 'upload-length': '5', 'upload-metadata': 'sha256 Li4vLi4v' })).toBe(400)
    expect(await status({ ...named, 'upload-defer-length': '1' })).toBe(501)
    expect(await status({ ...named, 'upload-length': String(mostEvidenceBytes + 1) })).toBe(413)
    const path = await client.create(photo)
    expect((await client.patch(path, 7, photo)).status).toBe(409)
    expect((await client.patch(`${path}x`, 0, photo)).status).toBe(404)
    expect((await client.patch('/evidence/tus/..%2f..%2fgenba.sqlite', 0, photo)).status).toBe(404)
  })

  test('a put that is cut anywhere leaves nothing behind', async () => {
    const bytes = aLog(200_000)
    for (const most of [0, 1, 100_000, bytes.length - 1]) {
      await sendCut([`PUT /evidence/${nameOf(bytes)}?nonce=n HTTP/1.1`], bytes, most)
      await waitUntil('the server has cleared up', () => incoming().length === 0)
      expect((await client.head(nameOf(bytes))).status).toBe(404)
    }
    expect(await client.put(bytes)).toMatchObject({ size: bytes.length })
  })

  test('foreign pages and names reach no evidence', async () => {
    await client.put(photo)
    for (const path of [`/evidence/${nameOf(photo)}`, '/evidence/tus']) {
      const headers = { origin: 'https://evil.example', 'tus-resumable': '1.0.0' }
      const answer = await fetch(server.url + path, { method: path.endsWith('tus') ? 'POST' : 'GET', headers })
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null])
    }
  })

  test.each(['x', '..%2f..%2fgenba.sqlite', 'a'.repeat(44), `${'a'.repeat(42)}.`])(
    '%s names no evidence',
    async (name) => {
      for (const method of ['GET', 'HEAD', 'PUT'])
        expect((await fetch(`${server.url}/evidence/${name}?nonce=n`, { method })).status).toBe(400)
      expect(readdirSync(join(folder, 'evidence'))).toEqual(['incoming'])
    },
  )
})
