// Snapshots on every database: a device that takes one and pulls on has what a device with the whole log has.
import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { must } from '../../../src/domain/must.ts'
import { foldOperations } from '../../../src/domain/oplog/foldOperations.ts'
import type { EncodedOperation, Operation } from '../../../src/domain/oplog/Operation.ts'
import { packState } from '../../../src/domain/oplog/packState.ts'
import { parseOperation } from '../../../src/domain/oplog/parseOperation.ts'
import { emptyStreamState, type StreamState } from '../../../src/domain/oplog/StreamState.ts'
import { unpackState } from '../../../src/domain/oplog/unpackState.ts'
import { snapshotResponse, zippedState } from '../../../src/protocol/snapshot.ts'
import { createServer } from '../../../src/server/http/createServer.ts'
import { createStore, type Store } from '../../../src/server/store/createStore.ts'
import { receiveRun } from '../../../src/server/store/receiveRun.ts'
import { parseZippedState, unzipState, zipState } from '../../../src/server/sync/zipState.ts'
import { foldStream, type FoldedStream } from '../../../src/server/sync/foldStream.ts'
import { pullOperations } from '../../../src/server/sync/pullOperations.ts'
import { pushOperations } from '../../../src/server/sync/pushOperations.ts'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
import { auditHistory } from '../../support/auditHistories.ts'
import { contextOf, serverTime } from '../../support/server/contextOf.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { storeEngines, type TestDatabase } from '../../support/server/storeEngines.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'
import { stateSnapshot } from '../../support/stateSnapshot.ts'

vi.setConfig({ testTimeout: 60_000 })

const { engines, postgres } = await storeEngines()
afterAll(() => postgres?.dispose())

function foldWhole(operations: Iterable<Operation>): StreamState {
  const state = emptyStreamState()
  foldOperations(state, operations, auditKinds)
  return state
}

async function throughStorage(folded: FoldedStream): Promise<FoldedStream> {
  const packed = await unzipState(parseZippedState(await zipState(packState(folded.state))))
  const state = unpackState(packed, { kinds: auditKinds, isOfThisRelease: false })
  return { ...folded, state: must(state, 'a state that unpacks') }
}

describe.each(engines.map((engine) => [engine.name, engine] as const))('on %s', (_name, engine) => {
  let database: TestDatabase
  let store: Store
  let context: SyncContext
  let server: FastifyInstance
  beforeEach(async () => {
    database = await engine.createDatabase()
    store = createStore(await database.openEngine(), sha256ForTests)
    context = await contextOf(store)
    server = await createServer({ context, appFolder: '', logLevel: 'silent', origins: [] })
  })
  afterEach(async () => {
    await server.close()
    await context.snapshotMaker.whenIdle()
    await store.close()
    await database.dispose()
  })

  /** Notes of many answers, some of them changed later, and something that this release does not know. */
  const notes = (writer: RunWriter, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const entity = `answer:bench/Q${String(index % 300)}`
      const body = index % 100 === 99 ? { unknown: true } : { text: `${writer.device} ${String(index)} 点検した。` }
      return writer.writeKind(index % 100 === 99 ? 'answer-measured' : 'answer-noted', entity, body)
    }).flat()
  const push = async (writer: RunWriter, operations: readonly EncodedOperation[]) => {
    for (let start = 0; start < operations.length; start += 500)
      await pushOperations(context, writer.push(operations.slice(start, start + 500)))
  }
  const pull = (snapshots: boolean, cursors: { stream: string; version: number; root: string }[] = []) =>
    pullOperations(context, { proto: 1, nonce: 'n', device: 'reader', cursors, max: 5_000, snapshots })
  const fetchSnapshot = (stream: string, version: number) =>
    server.inject({
      url: `/sync/v1/snapshot/${stream}/${String(version)}?nonce=fresh`,
      headers: { host: 'localhost', 'accept-encoding': 'gzip' },
    })
  const operationsOf = (pages: readonly { readonly ops: readonly { h: string; b: string; s: string }[] }[]) =>
    pages.flatMap(({ ops }) =>
      ops.map(({ h, b, s }) => {
        const parsed = parseOperation({ header: h, body: b, salt: s })
        return must(parsed.ok ? parsed.value : undefined, 'an operation')
      }),
    )

  test('[P16] a snapshot and the log behind it fold to what the whole log folds to', async () => {
    const [first, second] = [new RunWriter('d1', 's1'), new RunWriter('d2', 's1')]
    await push(first, notes(first, 700))
    await push(second, notes(second, 200))
    const heads = [{ device: second.device, n: second.head.n }]
    const counts = { questions: 1, answered: 1, findings: 0 }
    await push(first, first.writeKind('audit-signed-off', 'audit', { heads, ...counts, role: 'lead', note: '' }))
    // Late: the sign-off had not seen them.
    await push(second, notes(second, 20))

    expect((await pull(true)).snapshots).toBeUndefined()
    await context.snapshotMaker.whenIdle()
    const offered = await pull(true)
    expect(offered.snapshots).toEqual([
      { stream: 's1', version: 921, root: (await store.listStreams('main'))[0]?.root },
    ])
    expect(offered.pages).toEqual([])
    const [offer] = offered.snapshots ?? []

    await push(second, notes(second, 30))
    const answer = await fetchSnapshot('s1', 921)
    const { 'content-encoding': encoding, 'cache-control': caching } = answer.headers
    expect([answer.statusCode, encoding, caching]).toEqual([200, undefined, 'no-store'])
    const snapshot = snapshotResponse.parse(answer.json())
    expect(snapshot).toMatchObject({ proto: 1, nonce: 'fresh', epoch: 'epoch-1', ...offer })
    const state = must(
      unpackState(await unzipState(zippedState.parse(snapshot.state)), { kinds: auditKinds, isOfThisRelease: false }),
      'a state',
    )
    const rest = await pull(true, [must(offer, 'an offer')])
    foldOperations(state, operationsOf(rest.pages), auditKinds)

    const whole = foldWhole(operationsOf((await pull(false)).pages))
    expect(stateSnapshot(state)).toEqual(stateSnapshot(whole))
    expect(whole.late.size + whole.opaque.size).toBeGreaterThan(0)
  })

  test('[P16] a short stream and one that the device names are sent in pages, and small growth makes no new snapshot', async () => {
    const [long, short] = [new RunWriter('d1', 'long'), new RunWriter('d1', 'short')]
    await push(long, notes(long, 600))
    await push(short, notes(short, 400))
    await pull(true)
    await context.snapshotMaker.whenIdle()
    const offered = await pull(true)
    expect(offered.snapshots?.map(({ stream }) => stream)).toEqual(['long'])
    expect(offered.pages.map(({ stream }) => stream)).toEqual(['short'])
    const named = await pull(true, [{ stream: 'long', version: 0, root: '' }])
    expect([named.snapshots, named.pages.length]).toEqual([undefined, 2])
    await push(long, notes(long, 499))
    await pull(true)
    await context.snapshotMaker.whenIdle()
    expect((await pull(true)).snapshots?.map(({ version }) => version)).toEqual([600])
  })

  test('the one before the newest can still be had, older ones are gone', async () => {
    const writer = new RunWriter('d1', 's1')
    for (let round = 0; round < 3; round += 1) {
      await push(writer, notes(writer, 500))
      await pull(true)
      await context.snapshotMaker.whenIdle()
    }
    const statuses = [500, 1_000, 1_500].map(async (version) => (await fetchSnapshot('s1', version)).statusCode)
    expect(await Promise.all(statuses)).toEqual([404, 200, 200])
    for (const address of ['s1/0', 's1/x', '..%2f/1?nonce=a', 's1/1500'])
      expect(
        (await server.inject({ url: `/sync/v1/snapshot/${address}`, headers: { host: 'localhost' } })).statusCode,
      ).toBeGreaterThanOrEqual(400)
  })

  test('snapshots of a release that packs otherwise are dropped at start', async () => {
    const address = { organisation: 'main', stream: 's1' }
    await store.saveSnapshot(address, { version: 5, root: 'r', state: '{"format":1,"x":1}', madeAt: serverTime })
    await contextOf(store)
    expect(await store.readSnapshot(address)).toBeUndefined()
  })
})

test('[M6] [M17] whatever was written: folding on from a stored snapshot is folding from the beginning', async () => {
  const engine = must(engines[0], 'SQLite')
  const database = await engine.createDatabase()
  const { db, ...rest } = await database.openEngine()
  const store = createStore({ db, ...rest }, sha256ForTests)
  const address = { organisation: 'main', stream: 'audit-1' }
  const asEncoded = ({ dot: _dot, body, ...header }: Operation): EncodedOperation => ({
    header: JSON.stringify(header),
    body: JSON.stringify(body),
    salt: `salt-${header.device}`,
  })
  await fc.assert(
    fc.asyncProperty(auditHistory(), fc.double({ min: 0, max: 1, noNaN: true }), async (history, part) => {
      for (const table of ['streams', 'operations', 'device_chains'] as const) await db.deleteFrom(table).execute()
      const log: Operation[] = []
      // In the order in which three tablets take turns; `isAgain` because nobody checked what the sign-offs cite.
      for (const operation of history) {
        const run = receiveRun(
          {
            device: operation.device,
            stream: address.stream,
            operations: [asEncoded(operation)],
            signature: 'x'.repeat(64),
            isRelayed: false,
            isAgain: true,
          },
          sha256ForTests,
        )
        const { added } = await store.append(address, [run], serverTime)
        if (added > 0) log.push(operation)
      }
      const at = Math.floor(log.length * part)
      const before = must(await foldStream({ store, address, head: at, before: undefined }), 'the first part')
      const folded = await foldStream({ store, address, head: log.length, before: await throughStorage(before) })
      expect(stateSnapshot(must(folded, 'the whole').state)).toEqual(stateSnapshot(foldWhole(log)))
      expect(log.length).toBe(history.length)
    }),
    { numRuns: 15 },
  )
  await store.close()
  await database.dispose()
})
