import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { listRefused } from '../../../src/localdb/listRefused.ts'
import { listStreams } from '../../../src/localdb/listStreams.ts'
import { pullResponse } from '../../../src/protocol/pull.ts'
import { pushRequest } from '../../../src/protocol/push.ts'
import { aNote, aContext } from '../../support/localdb/someOperations.ts'
import { aServer, clearLine, deadLine, deafLine, type Line, type TestServer } from '../../support/sync/aServer.ts'
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

async function startedTablet(name: string, line: () => Line = () => clearLine) {
  const tablet = await aTablet({ name, transport: server.transport(line) })
  tablets.push(tablet)
  tablet.engine.start()
  tablet.clock.advance(0)
  await tablet.settled(0)
  return tablet
}

test('what one tablet wrote offline comes to the other, and both know the same', async () => {
  const a = await startedTablet('tablet-a')
  const b = await startedTablet('tablet-b')
  await a.note('一')
  await a.note('二', 'answer:antivirus/1-2')
  await b.note('三', 'answer:antivirus/1-3')
  expect((await a.sync()).unsent).toEqual({ entries: 0, photos: 0 })
  await b.sync()
  await a.sync()
  expect(await a.state()).toEqual(await b.state())
  expect(await a.textsOf('answer:antivirus/1-3')).toEqual(['三'])
})

test('two people on one field both keep their value until one settles it', async () => {
  const a = await startedTablet('tablet-a')
  const b = await startedTablet('tablet-b')
  await a.note('田中')
  await b.note('佐藤')
  await a.sync()
  await b.sync()
  await a.sync()
  expect(await a.textsOf()).toEqual(['田中', '佐藤'])
  expect(await b.textsOf()).toEqual(['田中', '佐藤'])
  await b.note('二人')
  await b.sync()
  await a.sync()
  expect([await a.textsOf(), await b.textsOf()]).toEqual([['二人'], ['二人']])
})

test('a lost answer costs nothing: the same entries again are duplicates', async () => {
  let line: Line = deafLine
  const a = await startedTablet('tablet-a', () => line)
  await a.note('一')
  expect((await a.sync()).unsent.entries).toBe(1)
  line = clearLine
  expect((await a.sync()).unsent.entries).toBe(0)
  const b = await startedTablet('tablet-b')
  expect(await b.textsOf()).toEqual(['一'])
})

test('offline is told with its reason, and unsent entries stay counted', async () => {
  let line: Line = clearLine
  const a = await startedTablet('tablet-a', () => line)
  line = deadLine
  await a.note('一')
  const status = await a.sync()
  expect(status.phase).toMatchObject({ state: 'offline', reason: 'network' })
  expect(status.unsent.entries).toBe(1)
  expect(status.lastSyncedAt).not.toBeNull()
})

test('1,200 offline edits go in batches of at most 500 and all arrive', async () => {
  const sizes: number[] = []
  const watching: Line = (deliver) => (path, json) => {
    if (path === '/sync/v1/push')
      sizes.push(...pushRequest.parse(JSON.parse(json)).batches.map(({ ops }) => ops.length))
    return deliver(path, json)
  }
  const a = await startedTablet('tablet-a', () => watching)
  const drafts = Array.from({ length: 1200 }, (_, index) =>
    aNote(`${index}`, { entity: `answer:antivirus/q-${index}` }),
  )
  await recordOperations(a.db, { source: 'local', stream: auditStream, drafts, context: aContext(a.device) })
  await a.sync()
  expect(sizes).toEqual([500, 500, 200])
  expect(await a.db.dexie.operations.count()).toBe(0)
  const b = await startedTablet('tablet-b')
  expect(await b.state()).toEqual(await a.state())
})

test('[P6] a message that is too large is halved until it passes', async () => {
  const sizes: number[] = []
  const narrow: Line = (deliver) => async (path, json) => {
    if (path !== '/sync/v1/push') return deliver(path, json)
    const { batches } = pushRequest.parse(JSON.parse(json))
    const size = batches.reduce((sum, { ops }) => sum + ops.length, 0)
    if (size > 3) return { state: 'answered', status: 413, body: undefined, retryAfterMs: null }
    sizes.push(size)
    return deliver(path, json)
  }
  const a = await startedTablet('tablet-a', () => narrow)
  const drafts = Array.from({ length: 10 }, (_, index) => aNote(`${index}`, { entity: `answer:antivirus/q-${index}` }))
  await recordOperations(a.db, { source: 'local', stream: auditStream, drafts, context: aContext(a.device) })
  expect((await a.sync()).unsent.entries).toBe(0)
  expect(sizes.reduce((sum, size) => sum + size)).toBe(10)
})

test('[P6] an entry that something on the way finds too large waits until it passes, and is never given up', async () => {
  let isPicky = true
  const picky: Line = (deliver) => async (path, json) =>
    isPicky && json.includes('毒')
      ? { state: 'answered', status: 413, body: undefined, retryAfterMs: null }
      : deliver(path, json)
  const a = await startedTablet('tablet-a', () => picky)
  await a.note('前', 'answer:antivirus/1-1')
  await a.note('毒', 'answer:antivirus/1-2')
  expect(await a.sync()).toMatchObject({ refused: [], unsent: { entries: 1 } })
  isPicky = false
  expect(await a.sync()).toMatchObject({ refused: [], unsent: { entries: 0 } })
})

test('a quarantined entry is refused with its code, kept, and the entries after it arrive', async () => {
  const a = await startedTablet('tablet-a')
  await a.note('前')
  await a.sync()
  const long = 'あ'.repeat(60_000)
  const drafts = [{ ...aNote(long), kind: 'answer-noted' }, aNote('後', { entity: 'answer:antivirus/1-2' })]
  await recordOperations(a.db, { source: 'local', stream: auditStream, drafts, context: aContext(a.device) })
  const status = await a.sync()
  expect(status.refused).toMatchObject([{ n: 2, code: 'too-large' }])
  const [refused] = await listRefused(a.db)
  expect(refused?.operation?.body).toEqual({ text: long })
  const b = await startedTablet('tablet-b')
  expect(await b.textsOf('answer:antivirus/1-2')).toEqual(['後'])
})

test('[P5] a server that lost entries gets them again, from the outbox or from kept pages', async () => {
  const a = await startedTablet('tablet-a')
  await a.note('一')
  await a.note('二', 'answer:antivirus/1-2')
  await a.sync()
  expect(await a.db.dexie.operations.count()).toBe(0)
  const empty = await aServer()
  const lost = server
  server = empty
  await lost.close()
  const again = await aTablet({ name: 'tablet-a', transport: empty.transport(), browser: a.browser })
  tablets.push(again)
  a.close()
  again.engine.start()
  await again.note('三', 'answer:antivirus/1-3')
  again.clock.advance(0)
  await again.settled(0)
  const b = await startedTablet('tablet-b')
  expect(await b.textsOf()).toEqual(['一'])
  expect(await b.state()).toEqual(await again.state())
  expect((await listStreams(again.db))[0]).toMatchObject({ isRefetching: false, position: { cursor: 3 } })
})

test('a damaged page is fetched anew', async () => {
  const a = await startedTablet('tablet-a')
  await a.note('一')
  await a.sync()
  const [row] = await a.db.dexie.segments.toArray()
  if (row === undefined) throw new Error('a page expected')
  await a.db.dexie.segments.put({ ...row, bytes: row.bytes.map((byte) => byte ^ 1) })
  expect(await a.textsOf()).toEqual([])
  await a.sync()
  expect(await a.textsOf()).toEqual(['一'])
})

test('a damaged own entry is refused, and what the server can no longer take says so', async () => {
  let line: Line = deadLine
  const a = await startedTablet('tablet-a', () => line)
  await a.note('一')
  await a.note('二')
  await a.note('三')
  const row = await a.db.dexie.operations.get([auditStream, 2])
  if (row === undefined) throw new Error('a row expected')
  await a.db.dexie.operations.put({ ...row, bytes: row.bytes.map((byte) => byte ^ 1) })
  line = clearLine
  const status = await a.sync()
  expect(status.refused.map(({ n, code }) => [n, code])).toEqual([
    [2, 'damaged'],
    [3, 'missing-before'],
  ])
  expect(status.phase).toEqual({ state: 'idle' })
})

test('[P19] what a tablet pushed alone is part of its log at once, and does not travel back', async () => {
  const pulled: number[] = []
  const watching: Line = (deliver) => async (path, json) => {
    const answer = await deliver(path, json)
    if (path === '/sync/v1/pull' && answer.state === 'answered')
      pulled.push(...pullResponse.parse(answer.body).pages.map(({ ops }) => ops.length))
    return answer
  }
  const a = await startedTablet('tablet-a', () => watching)
  const b = await startedTablet('tablet-b')
  const drafts = Array.from({ length: 600 }, (_, index) => aNote(`${index}`, { entity: `answer:antivirus/q-${index}` }))
  await recordOperations(a.db, { source: 'local', stream: auditStream, drafts, context: aContext(a.device) })
  await a.sync()
  expect([await a.db.dexie.operations.count(), pulled]).toEqual([0, []])
  expect((await listStreams(a.db))[0]).toMatchObject({ acked: 600, position: { cursor: 600 } })
  await b.sync()
  expect(await b.state()).toEqual(await a.state())
  await b.note('間', 'answer:antivirus/q-1')
  await b.sync()
  await a.note('後', 'answer:antivirus/q-2')
  await a.sync()
  // Somebody wrote in between: both come as a page.
  expect(pulled).toEqual([2])
  await b.sync()
  expect(await b.state()).toEqual(await a.state())
})
