// What a pull tells beside the log: marks, the backup horizon, keys, and snapshots in place of first pages.
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceIdOf } from '../../../src/domain/oplog/deviceIdOf.ts'
import { errorAnswer } from '../../../src/protocol/errorAnswer.ts'
import { marksResponse } from '../../../src/protocol/marks.ts'
import { pullResponse, type PullRequest } from '../../../src/protocol/pull.ts'
import { createServer } from '../../../src/server/http/createServer.ts'
import type { Store } from '../../../src/server/store/createStore.ts'
import type { Engine } from '../../../src/server/store/Engine.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { contextOf, serverTime } from '../../support/server/contextOf.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { sqliteEngine, type TestDatabase } from '../../support/server/storeEngines.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'

let database: TestDatabase
let engine: Engine
let store: Store
let server: FastifyInstance
beforeEach(async () => {
  database = await sqliteEngine.createDatabase()
  store = await openStore(database.settings)
  engine = await database.openEngine()
  server = await createServer({ context: await contextOf(store), appFolder: '', logLevel: 'silent', origins: [] })
})
afterEach(async () => {
  await server.close()
  await engine.db.destroy()
  await store.close()
  await database.dispose()
})

const headers = { host: 'localhost' }
const get = (url: string) => server.inject({ method: 'GET', url, headers })
const pull = async (request: Partial<PullRequest> = {}) => {
  const payload = { proto: 1, nonce: 'n', device: 'd', cursors: [], max: 500, ...request }
  return pullResponse.parse((await server.inject({ method: 'POST', url: '/sync/v1/pull', payload, headers })).json())
}
const push = async (writer: RunWriter, count: number) => {
  const payload = writer.push(writer.writeMany(count))
  await server.inject({ method: 'POST', url: '/sync/v1/push', payload, headers })
  return payload
}
const snapshotAt = (stream: string, version: number) =>
  engine.db
    .insertInto('snapshots')
    .values({ organisation: 'main', stream, version, root: sha256ForTests('root'), state: '{}', made_at: serverTime })
    .execute()

const serverKeyOf = async ({ db }: Engine) => {
  const { algorithm, public_key: publicKey } = await db.selectFrom('server_keys').selectAll().executeTakeFirstOrThrow()
  return { id: deviceIdOf(publicKey, sha256ForTests), algorithm, publicKey }
}

test('[P15] [P23] a device that asks for facts learns the server key, its own marks and the backup horizon of every stream', async () => {
  const [writer, elsewhere, other] = [new RunWriter('d1', 's1'), new RunWriter('d1', 's2'), new RunWriter('d2', 's3')]
  await push(writer, 3)
  await push(elsewhere, 1)
  await push(other, 5)
  await engine.db.updateTable('streams').set({ backed_up: 4 }).where('stream', '=', 's3').execute()
  const { facts } = await pull({ device: writer.device, facts: true })
  expect(facts).toEqual({
    marks: [
      { stream: 's1', ...writer.head },
      { stream: 's2', ...elsewhere.head },
    ],
    backedUp: [{ stream: 's3', version: 4 }],
    serverKey: await serverKeyOf(engine),
  })
  expect((await pull({ device: writer.device })).facts).toBeUndefined()
})

test('[P15] whoever lost a device learns what the server has of it', async () => {
  const writer = new RunWriter('d1', 's1')
  await push(writer, 3)
  const answer = await get(`/sync/v1/marks/${writer.device}?nonce=fresh`)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(marksResponse.parse(answer.json())).toEqual({
    proto: 1,
    nonce: 'fresh',
    epoch: 'epoch-1',
    marks: [{ stream: 's1', n: 3 }],
  })
  expect(marksResponse.parse((await get('/sync/v1/marks/nobody?nonce=n')).json()).marks).toEqual([])
})

test('an address without a nonce, or with anything too many or too odd in it, is a malformed request', async () => {
  for (const url of [
    '/sync/v1/marks/d1',
    '/sync/v1/marks/d1?nonce=a&nonce=b',
    '/sync/v1/marks/d1?nonce=a&device=other&more=1',
    '/sync/v1/marks/..%2Fd1?nonce=a',
    '/sync/v1/quarantine',
    '/sync/v1/quarantine?nonce=%00',
    '/sync/v1/quarantine?nonce=a&__proto__=b&c=d',
  ]) {
    const answer = await get(url)
    expect([answer.statusCode, errorAnswer.parse(answer.json()).error.code]).toEqual([400, 'malformed-request'])
  }
})

test('[P8] [P12] the last operation of each run carries its signature, and the keys to it come along', async () => {
  const [writer, other] = [new RunWriter('d1', 's1'), new RunWriter('d2', 's1')]
  const pushed = [await push(writer, 3), await push(other, 1)]
  const { pages, keys } = await pull()
  expect(pages[0]?.ops.map(({ g }) => g)).toEqual([
    undefined,
    undefined,
    pushed[0]?.batches[0]?.signature,
    pushed[1]?.batches[0]?.signature,
  ])
  const byDevice = [writer, other].map(({ device, key }) => ({ device, ...key.deviceKey }))
  expect(keys?.toSorted((a, b) => a.publicKey.localeCompare(b.publicKey))).toEqual(
    byDevice.toSorted((a, b) => a.publicKey.localeCompare(b.publicKey)),
  )
  expect((await pull({ max: 2 })).keys).toBeUndefined()
})

test('[P16] a device that takes snapshots is offered the newest of streams it does not name, and pages of the others', async () => {
  for (const stream of ['s1', 's2', 's3']) await push(new RunWriter('d1', stream), 4)
  await snapshotAt('s1', 2)
  await snapshotAt('s1', 3)
  await snapshotAt('s2', 3)
  const cursors = [{ stream: 's2', version: 0, root: '' }]
  const offered = await pull({ snapshots: true, cursors })
  expect(offered.snapshots).toEqual([{ stream: 's1', version: 3, root: sha256ForTests('root') }])
  expect(offered.pages.map(({ stream, from }) => [stream, from])).toEqual([
    ['s2', 1],
    ['s3', 1],
  ])
  const plain = await pull({ cursors })
  expect(plain.snapshots).toBeUndefined()
  expect(plain.pages).toHaveLength(3)
})
