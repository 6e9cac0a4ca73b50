// What the store believes of a run, on every database: only what the device's signature covers, and only in its own stream.
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { must } from '../../../src/domain/must.ts'
import type { Store } from '../../../src/server/store/createStore.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import type { ReceivedRun } from '../../../src/server/store/receiveRun.ts'
import { contextOf, serverTime } from '../../support/server/contextOf.ts'
import { pullFrom, readStream } from '../../support/server/readStream.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { storeEngines, type TestDatabase } from '../../support/server/storeEngines.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'

const { engines, postgres } = await storeEngines()
afterAll(async () => {
  await postgres?.dispose()
})

describe.each(engines)('the store on $name', ({ name, createDatabase }) => {
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
  const appendRun = async (run: ReceivedRun) => {
    const { verdicts } = await store.append(address, [run], serverTime)
    return must(verdicts[0], 'verdicts of the run').map((verdict) =>
      verdict.verdict === 'quarantined' ? `${verdict.n} ${verdict.code}` : `${verdict.n} ${verdict.verdict}`,
    )
  }
  const append = (writer: RunWriter, operations: readonly EncodedOperation[]) => appendRun(writer.run(operations))
  const log = async () => readStream(pullFrom(await contextOf(store)), 's1')
  const headersOf = (operations: readonly EncodedOperation[]) => operations.map(({ header }) => header)
  const marks = (writer: RunWriter) => store.readMarks({ organisation: 'main', device: writer.device })
  const signOff = (writer: RunWriter, ...heads: readonly RunWriter[]) =>
    writer.writeKind('audit-signed-off', 'audit', {
      heads: heads.map(({ device, head }) => ({ device, n: head.n })),
      questions: 1,
      answered: 1,
      findings: 0,
    })

  describe('[P11] what the signature does not cover', () => {
    test('garbage signed at the end of a run moves no chain, and neither does what stands before it', async () => {
      const writer = new RunWriter('d1', 's1')
      const operations = writer.writeMany(2)
      const garbage = { header: '{', body: '', salt: '' }
      for (let time = 0; time < 2; time += 1) {
        expect(await append(writer, [must(operations[0], 'first'), garbage])).toEqual([
          '1 broken-chain',
          '2 malformed-operation',
        ])
        expect(await append(writer, [garbage])).toEqual(['0 malformed-operation'])
      }
      expect(await marks(writer)).toEqual([])
      expect(await append(writer, operations)).toEqual(['1 acked', '2 acked'])
      const kept = await store.listQuarantined('main', { most: 10 })
      expect(kept.map(({ n, code }) => `${n} ${code}`)).toEqual(['0 malformed-operation', '2 malformed-operation'])
    })

    test('an operation slipped in before a signed one is kept aside, and the true one is taken later', async () => {
      const writer = new RunWriter('d1', 's1')
      const forger = writer.clone()
      const [first, second] = writer.writeMany(2)
      const forged = forger.write('forged')
      expect(await append(writer, [...forged, must(second, 'second')])).toEqual(['1 broken-chain', '2 need'])
      expect(await append(writer, [must(first, 'first'), must(second, 'second')])).toEqual(['1 acked', '2 acked'])
      expect(await log()).toEqual(headersOf([must(first, 'first'), must(second, 'second')]))
    })

    test('an operation of another stream or device moves no chain', async () => {
      const writer = new RunWriter('d1', 's1')
      const [own] = writer.writeMany(1)
      expect(await append(writer, new RunWriter('d1', 's2').writeMany(1))).toEqual(['0 wrong-stream'])
      expect(await append(writer, new RunWriter('d2', 's1').writeMany(1))).toEqual(['0 wrong-device'])
      expect(await append(writer, [must(own, 'own')])).toEqual(['1 acked'])
    })

    test('a damaged header inside a signed run is kept aside, and the chain goes on behind it', async () => {
      const writer = new RunWriter('d1', 's1')
      const [first] = writer.writeMany(1)
      const [second] = writer.clone().writeMany(1)
      const { header, body, salt } = must(second, 'second')
      const odd = { header: JSON.stringify({ ...JSON.parse(header), kind: 'No Kind' }), body, salt }
      const later = new RunWriter('d1', 's1', { n: 2, hash: sha256ForTests(odd.header) })
      expect(await append(writer, [must(first, 'first'), odd, ...later.writeMany(1)])).toEqual([
        '1 acked',
        '2 malformed-operation',
        '3 acked',
      ])
    })
  })

  test('[P5] a history that does not follow the one in the log is a fork, and the true device goes on', async () => {
    const writer = new RunWriter('d1', 's1')
    await append(writer, writer.writeMany(1))
    const stray = new RunWriter('d1', 's1', { n: 1, hash: sha256ForTests('elsewhere') })
    expect(await append(stray, stray.writeMany(2))).toEqual(['2 fork', '3 fork'])
    expect(await append(writer, writer.writeMany(1))).toEqual(['2 acked'])
  })

  test('[P10] a run that its device did not sign creates no stream and moves no chain, and is taken later', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.writeMany(2)
    const refused = { run: writer.run(operations), code: 'bad-signature' } as const
    for (let time = 0; time < 2; time += 1) {
      const verdicts = await store.keepAside(address, refused, serverTime)
      expect(verdicts).toEqual([1, 2].map((n) => ({ verdict: 'quarantined', n, code: 'bad-signature' })))
    }
    expect(await store.listQuarantined('main', { most: 10 })).toHaveLength(2)
    const other = new RunWriter('d2', 's1')
    const elsewhere = { ...address, organisation: 'first' }
    const { verdicts } = await store.append(elsewhere, [other.run(other.writeMany(1))], serverTime)
    expect(verdicts).toEqual([[{ verdict: 'acked', n: 1 }]])
  })

  test('[P10] what was refused for its signature and came validly signed is no longer listed as refused', async () => {
    const writer = new RunWriter('d1', 's1')
    const operations = writer.writeMany(2)
    await store.keepAside(address, { run: writer.run(operations), code: 'bad-signature' }, serverTime)
    expect(await append(writer, operations)).toEqual(['1 acked', '2 acked'])
    expect(await append(writer, operations)).toEqual(['1 duplicate', '2 duplicate'])
    expect(await store.listQuarantined('main', { most: 10 })).toEqual([])
  })

  test('of long refused operations the listing brings as much as it is asked for', async () => {
    const writer = new RunWriter('d1', 's1')
    const refused = { run: writer.run(writer.write('x'.repeat(3_000), 'short')), code: 'bad-signature' } as const
    await store.keepAside(address, refused, serverTime)
    const lengths = async (extent: Parameters<Store['listQuarantined']>[1]) =>
      (await store.listQuarantined('main', extent)).map(({ operation }) => operation.length > 0)
    expect(await lengths({ most: 10, longestOperation: 2_000 })).toEqual([false, true])
    expect(await lengths({ most: 10 })).toEqual([true, true])
    expect(await lengths({ most: 1 })).toEqual([true])
  })

  describe('[P12] a relayed run', () => {
    test('with a swapped body moves no chain: the device itself brings the right one', async () => {
      const writer = new RunWriter('d1', 's1')
      const [first, second] = writer.writeMany(2)
      const swapped = { ...must(first, 'first'), body: '"swapped"' }
      const run = writer.run([swapped, must(second, 'second')], { isRelayed: true })
      expect(await appendRun(run)).toEqual(['1 body-mismatch', '2 need'])
      expect(await append(writer, [must(first, 'first'), must(second, 'second')])).toEqual(['1 acked', '2 acked'])
      expect(await append(writer, writer.writeMany(1))).toEqual(['3 acked'])
    })

    test('is the same as its device would bring it', async () => {
      const writer = new RunWriter('d1', 's1')
      const operations = writer.writeMany(2)
      expect(await appendRun(writer.run(operations, { isRelayed: true }))).toEqual(['1 acked', '2 acked'])
      expect(await append(writer, operations)).toEqual(['1 duplicate', '2 duplicate'])
    })
  })

  describe('[P13] a run handed over again', () => {
    test('is taken although something before it is missing, and the gap closes later', async () => {
      const writer = new RunWriter('d1', 's1')
      const operations = writer.writeMany(6)
      await append(writer, operations.slice(0, 2))
      expect(await append(writer, operations.slice(3))).toEqual(['4 need', '5 need', '6 need'])
      const again = writer.run(operations.slice(3, 5), { isRelayed: true, isAgain: true })
      expect(await appendRun(again)).toEqual(['4 acked', '5 acked'])
      expect(await appendRun(again)).toEqual(['4 duplicate', '5 duplicate'])
      expect((await marks(writer)).map(({ n }) => n)).toEqual([2])
      expect(await append(writer, operations.slice(2))).toEqual(['3 acked', '4 duplicate', '5 duplicate', '6 acked'])
      expect((await marks(writer)).map(({ n }) => n)).toEqual([6])
      expect((await log()).toSorted()).toEqual(headersOf(operations).toSorted())
      expect(await append(writer, writer.writeMany(1))).toEqual(['7 acked'])
    })

    test('forks where its neighbours name another one', async () => {
      const writer = new RunWriter('d1', 's1')
      const operations = writer.writeMany(1)
      await append(writer, operations)
      const copy = writer.clone()
      const mine = writer.writeMany(3)
      await appendRun(writer.run(mine.slice(1), { isAgain: true }))
      const theirs = copy.write('a', 'b', 'c', 'd')
      expect(await appendRun(copy.run(theirs.slice(0, 1), { isAgain: true }))).toEqual(['2 fork'])
      expect(await append(copy, theirs.slice(0, 2))).toEqual(['2 fork', '3 fork'])
      expect(await appendRun(copy.run(theirs.slice(3), { isAgain: true }))).toEqual(['5 fork'])
      expect(await append(writer, mine)).toEqual(['2 acked', '3 duplicate', '4 duplicate'])
    })

    test('keeps what is faulty outside the log', async () => {
      const writer = new RunWriter('d1', 's1')
      const [, second, third] = writer.writeMany(3)
      const erased = { ...must(second, 'second'), body: '', salt: '' }
      const run = writer.run([erased, must(third, 'third')], { isRelayed: true, isAgain: true })
      expect(await appendRun(run)).toEqual(['2 body-mismatch', '3 acked'])
    })
  })

  describe('[P14] an order-sensitive act', () => {
    const twoWriters = async () => {
      const [signer, other] = [new RunWriter('signer', 's1'), new RunWriter('other', 's1')]
      await append(signer, signer.writeMany(2))
      await append(other, other.writeMany(2))
      return { signer, other }
    }

    test('that cites everything is taken', async () => {
      const { signer, other } = await twoWriters()
      expect(await append(signer, signOff(signer, other))).toEqual(['3 acked'])
    })

    test('that does not cite the newest of another device is kept aside with all that follows it taken', async () => {
      const { signer, other } = await twoWriters()
      const seen = other.clone()
      await append(other, other.writeMany(1))
      const stale = signOff(signer, seen)
      expect(await append(signer, stale)).toEqual(['3 stale-heads'])
      expect(await append(signer, stale)).toEqual(['3 stale-heads'])
      expect(await append(signer, signer.writeMany(1))).toEqual(['4 acked'])
      expect(await append(signer, signOff(signer, other))).toEqual(['5 acked'])
    })

    test('is stale by what the same transaction brings before it', async () => {
      const { signer, other } = await twoWriters()
      const act = signOff(signer, other)
      const runs = [other.run(other.writeMany(1)), signer.run(act)]
      const { verdicts } = await store.append(address, runs, serverTime)
      expect(verdicts[1]).toEqual([{ verdict: 'quarantined', n: 3, code: 'stale-heads' }])
    })

    test('does not mind what of another device was refused', async () => {
      const { signer, other } = await twoWriters()
      const seen = other.clone()
      expect(await append(other, other.write('x'.repeat(200_000)))).toEqual(['3 too-large'])
      expect(await append(signer, signOff(signer, seen))).toEqual(['3 acked'])
    })

    test('in the middle of a run is stale, and the run goes on', async () => {
      const { signer, other } = await twoWriters()
      const run = [...signOff(signer, other), ...signer.writeMany(1)]
      expect(await append(signer, run)).toEqual(['3 stale-heads', '4 acked'])
    })

    test('[P13] is not judged a second time after a restore', async () => {
      const { signer, other } = await twoWriters()
      const act = signOff(signer, other)
      await append(other, other.writeMany(1))
      expect(await appendRun(signer.run(act, { isAgain: true }))).toEqual(['3 acked'])
    })

    test('[P13] that was refused before a restore is refused again, although it would no longer be stale', async () => {
      const restored = new RunWriter('signer', 's2')
      // Cites everything: nobody else has written here.
      const refused = [...restored.writeMany(2), ...signOff(restored)]
      const after = restored.writeMany(2)
      const inRestored = async (run: ReceivedRun) => {
        const { verdicts } = await store.append({ ...address, stream: 's2' }, [run], serverTime)
        return verdicts.flat().map(({ n, verdict }) => `${n} ${verdict}`)
      }
      expect(await inRestored(restored.run(after, { isAgain: true }))).toEqual(['4 acked', '5 acked'])
      expect(await inRestored(restored.run(refused))).toEqual(['1 acked', '2 acked', '3 quarantined'])
      expect(await inRestored(restored.run(after))).toEqual(['4 duplicate', '5 duplicate'])
    })

    test('that cites no heads is stale', async () => {
      const { signer } = await twoWriters()
      expect(await append(signer, signer.writeKind('audit-signed-off', 'audit', {}))).toEqual(['3 stale-heads'])
    })
  })

  describe('[P17] a stream of another organisation', () => {
    test('takes nothing: the runs are kept aside with those who sent them', async () => {
      const owner = new RunWriter('d1', 's1')
      const operations = owner.writeMany(2)
      await append(owner, operations)
      const other = { organisation: 'other', stream: 's1' }
      const stranger = new RunWriter('d2', 's1')
      const runs = [owner.run(operations), stranger.run(stranger.writeMany(1))]
      const { verdicts, added } = await store.append(other, runs, serverTime)
      expect(verdicts.flat()).toEqual([1, 2, 1].map((n) => ({ verdict: 'quarantined', n, code: 'wrong-organisation' })))
      expect(added).toBe(0)
      expect(await store.listStreams('other')).toEqual([])
      expect(await store.listQuarantined('main', { most: 10 })).toEqual([])
      expect(await store.listQuarantined('other', { most: 10 })).toHaveLength(3)
      expect(await log()).toEqual(headersOf(operations))
    })

    test('goes to one of two that create it at the same moment, whole', async () => {
      const second = await openStore(database.settings)
      // In one process SQLite's one writer keeps the other waiting for a second.
      for (let round = 0; round < (name === 'SQLite' ? 1 : 20); round += 1) {
        const stream = `race-${round}`
        const writer = new RunWriter('d1', stream)
        const run = writer.run(writer.writeMany(3))
        const answers = await Promise.all([
          store.append({ organisation: 'main', stream }, [run], serverTime),
          second.append({ organisation: 'other', stream }, [run], serverTime),
        ])
        const added = answers.map((answer) => answer.added)
        expect(added.toSorted()).toEqual([0, 3])
      }
      await second.close()
    })
  })

  test('[P15] marks are per device and stream, with the hash of the last operation', async () => {
    const writer = new RunWriter('d1', 's1')
    const elsewhere = new RunWriter('d1', 's2')
    await append(writer, writer.writeMany(3))
    await append(new RunWriter('d2', 's1'), new RunWriter('d2', 's1').writeMany(1))
    await store.append({ organisation: 'main', stream: 's2' }, [elsewhere.run(elsewhere.writeMany(1))], serverTime)
    expect(await marks(writer)).toEqual([
      { stream: 's1', ...writer.head },
      { stream: 's2', ...elsewhere.head },
    ])
    expect(await store.readMarks({ organisation: 'other', device: writer.device })).toEqual([])
  })
})
