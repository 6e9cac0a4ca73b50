import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'
import { fetchWholeLog, holdsWholeLog } from '../../../src/localdb/wantWholeLog.ts'
import { readHistory } from '../../../src/localdb/readHistory.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { aServer, clearLine, type Line, type TestServer } from '../../support/sync/aServer.ts'
import { aNote, aContext } from '../../support/localdb/someOperations.ts'
import { waitUntil } from '../../support/waitUntil.ts'
import { aTablet, auditStream, type Tablet } from '../../support/sync/aTablet.ts'

let server: TestServer
const tablets: Tablet[] = []
const length = 600

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

/** An audit of 600 operations on the server, with a snapshot of it: the first who downloaded it made the server make one. */
async function aLongAudit() {
  const a = await startedTablet('tablet-a')
  const drafts = Array.from({ length }, (_, index) =>
    aNote(`${index}`, { entity: `answer:antivirus/q-${index % 300}` }),
  )
  await recordOperations(a.db, { source: 'local', stream: auditStream, drafts, context: aContext(a.device) })
  await a.sync()
  await startedTablet('tablet-b')
  await server.whenIdle()
  return a
}

async function rowsOf({ db }: Tablet) {
  return { bases: await db.dexie.bases.count(), segments: await db.dexie.segments.count() }
}

test('[P16] a first download brings the state in place of the log, and goes on with the pages after it', async () => {
  const a = await aLongAudit()
  const c = await startedTablet('tablet-c')
  expect(await rowsOf(c)).toEqual({ bases: 1, segments: 0 })
  expect(await c.state()).toEqual(await a.state())
  await a.note('後', 'answer:antivirus/q-1')
  await a.sync()
  await c.sync()
  expect(await rowsOf(c)).toEqual({ bases: 1, segments: 1 })
  await c.note('先', 'answer:antivirus/q-2')
  await c.sync()
  await a.sync()
  expect(await c.state()).toEqual(await a.state())
})

test('what a base stands for is fetched when a person wants the history', async () => {
  await aLongAudit()
  const c = await startedTablet('tablet-c')
  await c.note('手元', 'answer:antivirus/q-7')
  const entity = 'answer:antivirus/q-7' as EntityId
  expect([await holdsWholeLog(c.db, auditStream), (await readHistory(c.db, auditStream, entity)).length]).toEqual([
    false,
    1,
  ])
  const before = await c.state()
  await fetchWholeLog(c.db, auditStream)
  expect(await c.state()).toEqual(before)
  await c.sync()
  expect(await holdsWholeLog(c.db, auditStream)).toBe(true)
  expect(await readHistory(c.db, auditStream, entity)).toHaveLength(3)
  expect(await rowsOf(c)).toMatchObject({ bases: 0 })
  expect(await c.state()).toEqual(before)
})

test('a damaged base is reported and fetched anew', async () => {
  await aLongAudit()
  const c = await startedTablet('tablet-c')
  const whole = await c.state()
  const [row] = await c.db.dexie.bases.toArray()
  if (row === undefined) throw new Error('a base expected')
  await c.db.dexie.bases.put({ ...row, bytes: row.bytes.map((byte) => byte ^ 1) })
  expect(await c.state()).not.toEqual(whole)
  await c.sync()
  expect(await c.state()).toEqual(whole)
  expect(await c.db.dexie.bases.toArray()).toMatchObject([{ generation: 1 }])
})

const isSnapshot = (path: string) => path.startsWith('/sync/v1/snapshot/')

test('a snapshot of a format that a later release made is left alone, and the log is pulled', async () => {
  const a = await aLongAudit()
  const newer: Line = (deliver) => async (path, json) => {
    const answer = await deliver(path, json)
    if (!isSnapshot(path) || answer.state === 'failed') return answer
    return { ...answer, body: { ...(answer.body as object), state: { packed: 99, size: 2, gzip: 'e30=' } } }
  }
  const c = await startedTablet('tablet-c', () => newer)
  expect(await rowsOf(c)).toMatchObject({ bases: 0 })
  expect(await c.state()).toEqual(await a.state())
})

test('[P16] a snapshot that is gone meanwhile is replaced by the log', async () => {
  const a = await aLongAudit()
  const gone: Line = (deliver) => async (path, json) =>
    isSnapshot(path)
      ? { state: 'answered', status: 404, body: { error: { code: 'not-found' } }, retryAfterMs: null }
      : deliver(path, json)
  const c = await startedTablet('tablet-c', () => gone)
  expect(await rowsOf(c)).toMatchObject({ bases: 0 })
  expect(await c.state()).toEqual(await a.state())
})

test('[P2] a snapshot that does not echo the nonce is no answer', async () => {
  await aLongAudit()
  const forged: Line = (deliver) => async (path, json) => {
    const answer = await deliver(path, json)
    if (!isSnapshot(path) || answer.state === 'failed') return answer
    return { ...answer, body: { ...(answer.body as object), nonce: 'another' } }
  }
  const c = await startedTablet('tablet-c', () => forged)
  expect(c.status().phase).toMatchObject({ state: 'offline', reason: 'not-our-server' })
  expect(await rowsOf(c)).toEqual({ bases: 0, segments: 0 })
})

/** Says that the backups hold everything, as a server does whose backups are newer than the log. */
const backedUp: Line = (deliver) => async (path, json) => {
  const answer = await deliver(path, json)
  if (!path.endsWith('pull') || answer.state === 'failed') return answer
  const body = answer.body as { facts?: object }
  if (body.facts === undefined) return answer
  return {
    ...answer,
    body: { ...body, facts: { ...body.facts, backedUp: [{ stream: auditStream, version: length }] } },
  }
}

test('the pages of a signed audit go once the backups hold them, and the audit shows the same', async () => {
  const a = await aLongAudit()
  await a.sign()
  await a.sync()
  const before = await a.state()
  a.close()
  const again = await aTablet({ name: 'tablet-a', transport: server.transport(() => backedUp), browser: a.browser })
  tablets.push(again)
  again.engine.start()
  again.clock.advance(0)
  await again.settled(0)
  await waitUntil('the pages are dropped', async () => (await rowsOf(again)).bases === 1)
  expect(await again.db.dexie.streams.get(auditStream)).toMatchObject({ backedUp: length })
  expect((await again.db.dexie.segments.toArray()).every(({ to }) => to > length)).toBe(true)
  expect(await again.state()).toEqual(before)
  await again.db.dexie.snapshots.clear()
  expect(await again.state()).toEqual(before)
})
