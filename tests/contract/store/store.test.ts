// One suite for every database the server can keep its log in.
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { must } from '../../../src/domain/must.ts'
import { createStore, type Store } from '../../../src/server/store/createStore.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { createSyncContext } from '../../../src/server/sync/createSyncContext.ts'
import { contextOf, serverTime } from '../../support/server/contextOf.ts'
import { pullFrom, readStream, streamReader } from '../../support/server/readStream.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { stallingEngine } from '../../support/server/stallingEngine.ts'
import { storeEngines, type TestDatabase } from '../../support/server/storeEngines.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'

const { engines, postgres } = await storeEngines()
afterAll(async () => {
  await postgres?.dispose()
})

describe.each(engines)('the store on $name', ({ createDatabase }) => {
  let database: TestDatabase
  let store: Store
  beforeEach(async () => {
    database = await createDatabase()
    store = await openStore(database.settings)
  })
  afterEach(async () => {
    await store.close()
    await database.dispose()
  })

  const address = { organisation: 'main', stream: 's1' }
  const append = async (writer: RunWriter, operations: readonly EncodedOperation[]) => {
    const appended = await store.append(address, [writer.run(operations)], serverTime)
    return must(appended.verdicts[0], 'verdicts of the run')
  }
  const log = async () => readStream(pullFrom(await contextOf(store)), 's1')
  const headersOf = (operations: readonly EncodedOperation[]) => operations.map(({ header }) => header)
  const quarantine = async () => {
    const engine = await database.openEngine()
    const rows = await engine.db.selectFrom('quarantine').selectAll().orderBy('n').orderBy('digest').execute()
    await engine.db.destroy()
    return rows
  }

  test('[P5] new operations are acknowledged and read back byte for byte', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.write('点検 😀 "quoted" \\ \u2028 \u0000 \ud800', { deep: [1, 2] })
    expect(await append(writer, operations)).toEqual([
      { verdict: 'acked', n: 1 },
      { verdict: 'acked', n: 2 },
    ])
    const rows = await store.readOperations(address, { from: 1, to: 2 })
    expect(rows.map(({ header, body, salt }) => ({ header, body, salt }))).toEqual(operations)
  })

  test('[P5] operations sent again are duplicates and keep their versions', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.writeMany(3)
    await append(writer, operations)
    const more = writer.writeMany(1)
    expect(await append(writer, [...operations.slice(1), ...more])).toEqual([
      { verdict: 'duplicate', n: 2 },
      { verdict: 'duplicate', n: 3 },
      { verdict: 'acked', n: 4 },
    ])
    expect(await log()).toEqual(headersOf([...operations, ...more]))
  })

  test('[P5] the same operations twice in one transaction are kept once', async () => {
    const writer = new RunWriter('d1', 's1')
    const run = writer.run(writer.writeMany(2))
    const { verdicts, added } = await store.append(address, [run, run], serverTime)
    expect(verdicts.flat().map(({ verdict }) => verdict)).toEqual(['acked', 'acked', 'duplicate', 'duplicate'])
    expect(added).toBe(2)
    expect(await log()).toHaveLength(2)
  })

  test('[P5] operations after a gap are asked for from the gap on and not kept', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.writeMany(4)
    await append(writer, operations.slice(0, 1))
    expect(await append(writer, operations.slice(2))).toEqual([
      { verdict: 'need', n: 3, from: 2 },
      { verdict: 'need', n: 4, from: 2 },
    ])
    expect((await append(writer, operations.slice(1))).map(({ verdict }) => verdict)).toEqual([
      'acked',
      'acked',
      'acked',
    ])
    expect(await log()).toEqual(headersOf(operations))
    expect(await quarantine()).toEqual([])
  })

  test('[P5] a second tablet under the same id forks: all it sends is kept, and the first tablet goes on', async () => {
    const first = new RunWriter('d1', 's1')
    const start = first.writeMany(1)
    const second = first.clone()
    const [mine, theirs] = [first.write('mine'), second.write('theirs', 'theirs too')]
    await append(first, [...start, ...mine])
    expect(await append(second, theirs)).toEqual([
      { verdict: 'fork', n: 2 },
      { verdict: 'fork', n: 3 },
    ])
    const later = second.write('theirs again')
    expect(await append(second, later)).toEqual([{ verdict: 'fork', n: 4 }])
    expect(await append(second, later)).toEqual([{ verdict: 'fork', n: 4 }])
    const goesOn = first.write('mine too')
    expect(await append(first, goesOn)).toEqual([{ verdict: 'acked', n: 3 }])
    expect(await log()).toEqual(headersOf([...start, ...mine, ...goesOn]))
    const kept = await quarantine()
    expect(kept.map(({ n, code }) => [n, code])).toEqual([
      [2, 'fork'],
      [3, 'fork'],
      [4, 'fork'],
    ])
    expect(kept.map(({ operation }) => (JSON.parse(operation) as { h: string }).h)).toEqual(
      headersOf([...theirs, ...later]),
    )
  })

  test('[P5] one faulty operation is kept outside the log and does not hold up those behind it', async () => {
    const writer = new RunWriter('d1', 's1')
    const [a, b, c] = writer.writeMany(3)
    const [good, changed, next] = [must(a, 'a'), { ...must(b, 'b'), body: '"forged"' }, must(c, 'c')]
    expect(await append(writer, [good, changed, next])).toEqual([
      { verdict: 'acked', n: 1 },
      { verdict: 'quarantined', n: 2, code: 'body-mismatch' },
      { verdict: 'acked', n: 3 },
    ])
    expect(await append(writer, [changed])).toEqual([{ verdict: 'quarantined', n: 2, code: 'body-mismatch' }])
    expect(await log()).toEqual(headersOf([good, next]))
    expect(await quarantine()).toHaveLength(1)
  })

  test('[P5] texts that no database takes are kept in quarantine, character for character', async () => {
    const writer = new RunWriter('d1', 's1')
    const [operation] = writer.writeMany(1)
    const { header, salt } = must(operation, 'operation')
    const body = '"\u0000 \ud800"'
    const bodyHash = sha256ForTests(salt + body)
    const poison = { header: JSON.stringify({ ...JSON.parse(header), bodyHash }), body, salt }
    expect(await append(writer, [poison])).toEqual([{ verdict: 'quarantined', n: 1, code: 'malformed-operation' }])
    const [row] = await quarantine()
    expect(JSON.parse(row?.operation ?? '')).toMatchObject({ h: poison.header, b: poison.body, s: poison.salt })
  })

  test('[P5] an operation that is too large is quarantined and the chain goes on', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.write('x'.repeat(200_000), 'short')
    expect(await append(writer, operations)).toEqual([
      { verdict: 'quarantined', n: 1, code: 'too-large' },
      { verdict: 'acked', n: 2 },
    ])
  })

  test('[M9] operations of kinds and versions that this release does not know are stored like any other', async () => {
    const header = JSON.stringify({
      ...JSON.parse(new RunWriter('d1', 's1').writeMany(1)[0]?.header ?? ''),
      v: 7,
      kind: 'rack-danced',
    })
    const writer = new RunWriter('d1', 's1')
    expect(await append(writer, [{ header, body: '"d1 1"', salt: 'c2FsdA' }])).toEqual([{ verdict: 'acked', n: 1 }])
  })

  test('[P19] the root after a run is told where all of it went in now, and only there', async () => {
    const [writer, other] = [new RunWriter('d1', 's1'), new RunWriter('d2', 's1')]
    const [first, theirs] = [writer.run(writer.writeMany(2)), other.run(other.writeMany(1))]
    const { roots } = await store.append(address, [first, theirs, first, writer.run(writer.writeMany(1))], serverTime)
    const headers = await log()
    expect(headers).toHaveLength(4)
    const rootAt = (version: number) =>
      headers.slice(0, version).reduce((root, header) => sha256ForTests(root + sha256ForTests(header)), '')
    expect(roots).toEqual([rootAt(2), rootAt(3), undefined, rootAt(4)])
  })

  test('a closed and reopened store has everything, and the same epoch', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.writeMany(20)
    await append(writer, operations)
    const epoch = await store.readEpoch('main', 'first')
    await store.close()
    store = await openStore(database.settings)
    expect(await log()).toEqual(headersOf(operations))
    expect(await store.readEpoch('main', 'second')).toBe(epoch)
    expect(await append(writer, writer.writeMany(1))).toEqual([{ verdict: 'acked', n: 21 }])
  })

  test('a database of a newer release is left alone', async () => {
    const engine = await database.openEngine()
    await engine.db
      .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
      .insertInto('kysely_migration')
      .values({ name: '9999-from-the-future', timestamp: serverTime })
      .execute()
    await engine.db.destroy()
    await expect(openStore(database.settings)).rejects.toMatchObject({ name: 'StoreError', code: 'newer-database' })
  })

  test('[P3] [P4] eight writers that stall and fail leave no gap, and a reader beside them skips nothing', async () => {
    const engine = await database.openEngine()
    const stalls = { mostMs: 4, failures: 0.03, random: Math.random }
    const stalling = createStore(stallingEngine(engine, stalls), sha256ForTests)
    const writers = Array.from({ length: 8 }, (_, index) => new RunWriter(`d${index}`, 's1'))
    const progress = { isWriting: true }
    const write = async (writer: RunWriter) => {
      for (let round = 0; round < 12; round += 1) {
        const run = writer.run(writer.writeMany(1 + (round % 4)))
        // A failed transaction left nothing behind: the very same run is acknowledged later.
        for (let isDone = false, attempt = 0; !isDone; attempt += 1) {
          expect(attempt).toBeLessThan(50)
          const appended = await stalling.append(address, [run], serverTime).catch((error: unknown) => {
            // Only failures of our own making: no writer ever runs into another one.
            expect(error).toMatchObject({ name: 'StoreError', cause: undefined })
            return undefined
          })
          isDone = appended !== undefined
          const others = appended?.verdicts
            .flat()
            .filter(({ verdict }) => verdict !== 'acked' && verdict !== 'duplicate')
          expect(others ?? []).toEqual([])
        }
      }
    }
    const reader = streamReader(pullFrom(await contextOf(store)), 's1')
    const reading = (async () => {
      while (progress.isWriting) {
        await reader.pull()
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      while (await reader.pull());
    })()
    await Promise.all(writers.map(write))
    progress.isWriting = false
    await reading
    await stalling.close()
    expect(reader.headers).toHaveLength(8 * 30)
    expect(new Set(reader.headers).size).toBe(8 * 30)
    expect((await store.listStreams('main'))[0]?.head).toBe(8 * 30)
  }, 60_000)

  test('the queue merges what waits for one stream and gives every run its own verdicts', async () => {
    let commits = 0
    const counting: Store = {
      ...store,
      append: (...args) => {
        commits += 1
        return store.append(...args)
      },
    }
    const context = await createSyncContext({
      store: counting,
      organisation: 'main',
      now: () => new Date(serverTime),
      randomId: () => 'epoch-1',
      sha256: sha256ForTests,
    })
    const writers = Array.from({ length: 30 }, (_, index) => new RunWriter(`d${index}`, 's1'))
    const appended = await Promise.all(
      writers.map((writer) => context.appendQueue.append(address, writer.run(writer.writeMany(2)))),
    )
    expect(appended.map(({ verdicts }) => verdicts)).toEqual(
      writers.map(() => [1, 2].map((n) => ({ verdict: 'acked', n }))),
    )
    expect(commits).toBe(1)
    expect(await log()).toHaveLength(60)
  })
})
