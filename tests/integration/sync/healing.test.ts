import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'
import { listRefused } from '../../../src/localdb/listRefused.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { readHistory } from '../../../src/localdb/readHistory.ts'
import { pushResponse } from '../../../src/protocol/push.ts'
import { aServer, clearLine, deadLine, type Line, type TestServer } from '../../support/sync/aServer.ts'
import { aTablet, auditStream, type Tablet } from '../../support/sync/aTablet.ts'

let server: TestServer
const tablets: Tablet[] = []

beforeEach(async () => {
  server = await aServer()
})

afterEach(async () => {
  for (const tablet of tablets.splice(0)) tablet.close()
  await server.close()
})

async function startedTablet(name: string, line: () => Line = () => clearLine, before?: Tablet) {
  const tablet = await aTablet({
    name,
    transport: server.transport(line),
    ...(before && { browser: before.browser }),
  })
  tablets.push(tablet)
  tablet.engine.start()
  tablet.clock.advance(0)
  await tablet.settled(0)
  return tablet
}

const question = (index: number) => `answer:antivirus/q-${String(index)}`

async function headOf() {
  return (await server.heads()).get(auditStream)
}

test.each(['renewed', 'kept'] as const)(
  '[P15] after an old copy was restored (epoch %s) each tablet gives back what it wrote',
  async (epoch) => {
    const a = await startedTablet('tablet-a')
    const b = await startedTablet('tablet-b')
    await a.note('一', question(1))
    await a.sync()
    await server.backUp()
    await a.note('二', question(2))
    await b.note('三', question(3))
    for (const tablet of [a, b, a]) await tablet.sync()
    await server.restore(epoch)
    for (const tablet of [a, b, a, b]) await tablet.sync()
    expect(await headOf()).toBe(3)
    expect(await a.state()).toEqual(await b.state())
    expect((await listStreams(a.db)).map(({ isRefetching }) => isRefetching)).toEqual([false])
    expect(await listRefused(a.db)).toEqual([])
  },
)

test('[P12] what a tablet wrote that is gone for ever comes back from another one that had pulled it', async () => {
  const a = await startedTablet('tablet-a')
  const b = await startedTablet('tablet-b')
  await server.backUp()
  await a.note('一', question(1))
  await a.sync()
  await a.note('二', question(2))
  await a.note('三', question(1))
  await a.sync()
  await b.note('四', question(4))
  await b.sync()
  const before = await b.state()
  a.close()
  await server.restore('renewed')
  await b.sync()
  expect(await headOf()).toBe(4)
  expect(await b.db.dexie.relays.count()).toBe(0)
  const c = await startedTablet('tablet-c')
  expect(await c.state()).toEqual(before)
  expect(await b.state()).toEqual(before)
  expect((await listStreams(b.db)).map(({ isRefetching }) => isRefetching)).toEqual([false])
})

test('[P12] a lost run that something on the way finds too large waits until it passes, and is never given up', async () => {
  let isPicky = false
  const picky: Line = (deliver) => async (path, json) =>
    isPicky && path === '/sync/v1/push'
      ? { state: 'answered', status: 413, body: undefined, retryAfterMs: null }
      : deliver(path, json)
  const a = await startedTablet('tablet-a')
  const b = await startedTablet('tablet-b', () => picky)
  await server.backUp()
  await a.note('一', question(1))
  await a.sync()
  await b.sync()
  a.close()
  await server.restore('renewed')
  isPicky = true
  await b.sync()
  expect(await headOf()).toBeUndefined()
  isPicky = false
  await b.sync()
  expect(await headOf()).toBe(1)
  expect(await b.db.dexie.relays.count()).toBe(0)
})

test('two tablets that give back the same lost run change nothing twice', async () => {
  const a = await startedTablet('tablet-a')
  const b = await startedTablet('tablet-b')
  const c = await startedTablet('tablet-c')
  await server.backUp()
  for (let index = 1; index <= 5; index += 1) await a.note(`${index}`, question(index))
  await a.sync()
  await b.sync()
  await c.sync()
  await server.restore('renewed')
  await Promise.all([b.sync(), c.sync()])
  for (const tablet of [a, b, c]) await tablet.sync()
  expect(await headOf()).toBe(5)
  expect(await a.state()).toEqual(await c.state())
})

function withoutRoots(body: unknown): object {
  const answer = pushResponse.parse(body)
  return { ...answer, results: answer.results.map(({ stream, verdicts }) => ({ stream, verdicts })) }
}

test('what was acknowledged and not yet pulled is given back after a restore, in a tablet that was closed in between', async () => {
  let line: Line = clearLine
  const a = await startedTablet('tablet-a', () => line)
  await server.backUp()
  await a.note('一', question(1))
  // The acknowledgement comes through without the root after it, as if somebody wrote in between, and the page does not.
  line = (deliver) => async (path, json) => {
    if (path.endsWith('pull')) return deadLine(deliver)(path, json)
    const answer = await deliver(path, json)
    return answer.state === 'failed' ? answer : { ...answer, body: withoutRoots(answer.body) }
  }
  await a.sync()
  expect((await listStreams(a.db)).map(({ acked, position }) => [acked, position.cursor])).toEqual([[1, 0]])
  a.close()
  await server.restore('renewed')
  const again = await startedTablet('tablet-a', () => clearLine, a)
  expect(await headOf()).toBe(1)
  expect(again.status().unsent.entries).toBe(0)
})

test('a tablet brought back from an old copy without an audit goes on in its chain where the server knows it to end', async () => {
  const a = await startedTablet('tablet-a')
  await a.note('一', question(1))
  await a.note('二', question(2))
  await a.sync()
  a.close()
  // Another database under the same key: the old copy had not seen the audit.
  const old = await startedTablet('tablet-a')
  await old.note('三', question(3))
  expect((await old.sync()).refused).toEqual([])
  expect(await headOf()).toBe(3)
})

test('what waited behind a lost entry is sent once the server has come by that another way', async () => {
  let line: Line = clearLine
  const a = await startedTablet('tablet-a', () => line)
  for (let index = 1; index <= 3; index += 1) await a.note(`${index}`, question(index))
  const row = await a.db.dexie.operations.get([auditStream, 2])
  if (row === undefined) throw new Error('a row expected')
  const damaged = { ...row, bytes: row.bytes.map((byte) => byte ^ 1) }
  // The server takes all three, and this tablet never hears of it.
  line = (deliver) => async (path, json) => {
    if (path.endsWith('push')) await deliver(path, json)
    return { state: 'failed', reason: 'timeout' }
  }
  await a.sync()
  await a.db.dexie.operations.put(damaged)
  await markOwn(a.db, auditStream, [
    { n: 2, status: 'refused', code: 'damaged' },
    { n: 3, status: 'refused', code: 'missing-before' },
  ])
  line = clearLine
  const again = await startedTablet('tablet-a', () => line, a)
  a.close()
  expect(again.status()).toMatchObject({ unsent: { entries: 0 }, refused: [] })
  expect(await again.textsOf(question(2))).toEqual(['2'])
})

test('[P10] a run refused for its signature is offered once more under a new one', async () => {
  let isForged = true
  const garbling: Line = (deliver) => (path, json) => {
    if (!path.endsWith('push') || !isForged) return deliver(path, json)
    isForged = false
    return deliver(path, json.replace(/"signature":"[^"]{20}/, `"signature":"${'A'.repeat(20)}`))
  }
  const a = await startedTablet('tablet-a', () => garbling)
  await a.note('一', question(1))
  await a.note('二', question(2))
  expect(await a.sync()).toMatchObject({ unsent: { entries: 0 }, refused: [] })
  expect(await headOf()).toBe(2)
})

test('[P10] a run refused for its signature twice is told, and is not offered for ever', async () => {
  let pushes = 0
  const garbling: Line = (deliver) => (path, json) => {
    if (!path.endsWith('push')) return deliver(path, json)
    pushes += 1
    return deliver(path, json.replace(/"signature":"[^"]{20}/, `"signature":"${'A'.repeat(20)}`))
  }
  const a = await startedTablet('tablet-a', () => garbling)
  await a.note('一', question(1))
  expect((await a.sync()).refused).toMatchObject([{ n: 1, code: 'bad-signature' }])
  await a.sync()
  expect(pushes).toBe(2)
})

test('[M14] a sign-off that had not seen everything counts no more on its own tablet either', async () => {
  const a = await startedTablet('tablet-a')
  const b = await startedTablet('tablet-b')
  await a.note('一', question(1))
  await a.sync()
  await b.sync()
  await b.note('後から', question(2))
  await b.sync()
  await a.sign()
  const shown = async () => {
    const { state } = await openStream(a.db, auditStream, auditKinds)
    return state.signOffs.size
  }
  expect(await shown()).toBe(1)
  const status = await a.sync()
  expect(status.refused).toMatchObject([{ n: 2, code: 'stale-heads' }])
  expect(await shown()).toBe(0)
  expect((await readHistory(a.db, auditStream, 'audit' as EntityId)).map(({ status: stands }) => stands)).toEqual([
    'refused',
  ])
})
