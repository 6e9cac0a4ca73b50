// Everything an attacker or a broken tablet may push, at the HTTP border and on every database. Each refusal has its code, keeps
// what was sent, holds up nobody else in the same request, leaves the true device free to go on, and puts nothing into the log file.
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { must } from '../../../src/domain/must.ts'
import { errorAnswer } from '../../../src/protocol/errorAnswer.ts'
import { pullResponse } from '../../../src/protocol/pull.ts'
import { pushResponse, type PushBatch, type PushRequest } from '../../../src/protocol/push.ts'
import { quarantineResponse } from '../../../src/protocol/quarantine.ts'
import { createServer } from '../../../src/server/http/createServer.ts'
import type { Store } from '../../../src/server/store/createStore.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { contextOf, serverTime } from '../../support/server/contextOf.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { storeEngines, type TestDatabase } from '../../support/server/storeEngines.ts'
import { testKey } from '../../support/server/testKey.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'

const { engines, postgres } = await storeEngines()
afterAll(async () => {
  await postgres?.dispose()
})

const mallory = testKey('mallory')
/** In every body here: must never show up in a log line. */
const secret = '合言葉は山'

function withBody({ header, salt }: EncodedOperation, body: string): EncodedOperation {
  const bodyHash = sha256ForTests(salt + body)
  return { header: JSON.stringify({ ...JSON.parse(header), bodyHash }), body, salt }
}

describe.each(engines)('over HTTP, on $name,', ({ createDatabase }) => {
  let database: TestDatabase
  let store: Store
  let server: FastifyInstance
  let logged: string
  beforeEach(async () => {
    logged = ''
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
      logged += String(line)
      return true
    })
    database = await createDatabase()
    store = await openStore(database.settings)
    server = await serve()
  })
  afterEach(async () => {
    await server.close()
    await store.close()
    await database.dispose()
    vi.restoreAllMocks()
    expect(logged).toContain('/sync/v1/push')
    expect(logged).not.toContain(secret)
    expect(logged).not.toContain('person')
    expect(logged).not.toContain(mallory.deviceKey.publicKey)
  })

  const serve = async (organisation = 'main') =>
    createServer({ context: await contextOf(store, organisation), appFolder: '', logLevel: 'debug', origins: [] })
  const post = (url: string, payload: object, to = server) =>
    to.inject({ method: 'POST', url, payload, headers: { host: 'localhost' } })
  const push = async (request: PushRequest, to = server) => {
    const answer = pushResponse.parse((await post('/sync/v1/push', request, to)).json())
    return answer.results.map(({ verdicts }) =>
      verdicts.map((verdict) => `${verdict.n} ${verdict.verdict === 'quarantined' ? verdict.code : verdict.verdict}`),
    )
  }
  /** The bad run between honest ones of others, brought by a third device. */
  const pushAmongOthers = async (...batches: PushBatch[]) => {
    const [carrier, bystander] = [new RunWriter('carrier', 'carried'), new RunWriter('bystander', 's1')]
    const first = carrier.batch(carrier.writeMany(1))
    const last = bystander.relayed(bystander.writeMany(2))
    const verdicts = await push(carrier.pushBatches([first, ...batches, last]))
    expect([verdicts.at(0), verdicts.at(-1)]).toEqual([['1 acked'], ['1 acked', '2 acked']])
    return verdicts.slice(1, -1)
  }
  const headersIn = async (stream: string, to = server) => {
    const answer = await post('/sync/v1/pull', { proto: 1, nonce: 'n', device: 'd', cursors: [], max: 500 }, to)
    const { pages } = pullResponse.parse(answer.json())
    return pages.flatMap((page) => (page.stream === stream ? page.ops.map(({ h }) => h) : []))
  }
  const quarantine = async (to = server) => {
    const url = '/sync/v1/quarantine?nonce=q1'
    const answer = await to.inject({ method: 'GET', url, headers: { host: 'localhost' } })
    expect(answer.body).not.toContain(secret)
    return quarantineResponse.parse(answer.json()).entries
  }
  const codes = async (to = server) => (await quarantine(to)).map(({ n, code }) => `${n} ${code}`)
  /** Whatever was tried in its name, the device itself is not held up. */
  const expectGoesOn = async (victim: RunWriter, operations: readonly EncodedOperation[]) => {
    expect(await push(victim.push(operations))).toEqual([operations.map((_, index) => `${index + 1} acked`)])
    const kept = await headersIn(victim.stream)
    for (const { header } of operations) expect(kept).toContain(header)
  }
  const aVictim = () => {
    const victim = new RunWriter('victim', 's1')
    return { victim, operations: victim.write(secret, `${secret} 2`) }
  }

  test('[P10] a forged signature is refused, relayed or direct', async () => {
    const { victim, operations } = aVictim()
    const forged = { ...victim.batch(operations), signature: mallory.sign(must(operations[1], 'last').header) }
    const origin = { device: victim.device, deviceKey: victim.key.deviceKey }
    const refused = ['1 bad-signature', '2 bad-signature']
    expect(await pushAmongOthers({ ...forged, origin })).toEqual([refused])
    expect(await push(victim.pushBatches([forged]))).toEqual([refused])
    expect(await push(victim.pushBatches([{ ...forged, signature: 'A'.repeat(86) }]))).toEqual([refused])
    expect(await codes()).toEqual(refused)
    await expectGoesOn(victim, operations)
    expect(await quarantine()).toEqual([])
  })

  test('[P10] another key under a device id is refused, whatever it signs', async () => {
    const { victim, operations } = aVictim()
    const signature = mallory.sign(must(operations[1], 'last').header)
    const under = (deviceKey: typeof mallory.deviceKey): PushBatch => ({
      ...victim.batch(operations),
      signature,
      origin: { device: victim.device, deviceKey },
    })
    const [own, p256] = [victim.key.deviceKey, testKey('victim', 'ES256').deviceKey]
    const batches = [
      under(mallory.deviceKey),
      under({ ...own, algorithm: 'ES256' }),
      under(p256),
      under({ ...own, publicKey: 'bm90IGEga2V5' }),
    ]
    const refused = ['1 wrong-key', '2 wrong-key']
    expect(await pushAmongOthers(...batches)).toEqual(batches.map(() => refused))
    expect(await push({ ...victim.push(operations), deviceKey: mallory.deviceKey })).toEqual([refused])
    await expectGoesOn(victim, operations)
  })

  test('[P10] a device of the other algorithm is believed', async () => {
    const key = testKey('old tablet', 'ES256')
    const [operation] = new RunWriter('other', 's1').writeMany(1)
    const { header, body, salt } = must(operation, 'operation')
    const h = JSON.stringify({ ...JSON.parse(header), device: key.device })
    const batch = { stream: 's1', ops: [{ h, b: body, s: salt }], signature: key.sign(h) }
    const request = { proto: 1, nonce: 'n', device: key.device, deviceKey: key.deviceKey, epoch: null }
    expect(await push({ ...request, batches: [{ ...batch, signature: mallory.sign(h) }] })).toEqual([
      ['1 bad-signature'],
    ])
    expect(await push({ ...request, batches: [batch] })).toEqual([['1 acked']])
  })

  test('[P11] a run replayed in another stream is refused there', async () => {
    const { victim, operations } = aVictim()
    await push(victim.push(operations))
    const replayed = { ...victim.relayed(operations), stream: 's2' }
    expect(await pushAmongOthers(replayed)).toEqual([['0 wrong-stream', '0 wrong-stream']])
    expect(await headersIn('s2')).toEqual([])
    const own = new RunWriter('victim', 's2')
    await expectGoesOn(own, own.writeMany(2))
  })

  test('[P11] a run replayed by another device as its own is refused', async () => {
    const { victim, operations } = aVictim()
    await push(victim.push(operations))
    const thief = new RunWriter('mallory', 's1')
    expect(await push(thief.push(operations))).toEqual([['0 wrong-device', '0 wrong-device']])
    expect(await headersIn('s1')).toEqual(operations.map(({ header }) => header))
    await expectGoesOn(thief, thief.writeMany(2))
  })

  test('[P5] a run sent again changes nothing, whoever brings it', async () => {
    const { victim, operations } = aVictim()
    await push(victim.push(operations))
    const duplicates = ['1 duplicate', '2 duplicate']
    expect(await pushAmongOthers(victim.relayed(operations), victim.relayed(operations))).toEqual([
      duplicates,
      duplicates,
    ])
    expect(await push(victim.push(operations))).toEqual([duplicates])
    expect(await quarantine()).toEqual([])
  })

  test('[P11] a run with an operation taken out or put in is not believed before that place', async () => {
    const { victim, operations } = aVictim()
    const [first, second] = operations
    const [third] = victim.write(secret)
    const [inserted] = new RunWriter('victim', 's1').write('put in')
    const [one, two, three] = [must(first, 'first'), must(second, 'second'), must(third, 'third')]
    expect(await pushAmongOthers(victim.relayed([one, three]))).toEqual([['1 broken-chain', '3 need']])
    const slipped = victim.relayed([must(inserted, 'inserted'), two])
    expect(await push(victim.pushBatches([slipped]))).toEqual([['1 broken-chain', '2 need']])
    await expectGoesOn(victim, [one, two, three])
  })

  test('[P12] a relayed run is taken as its device wrote it, and one that was tampered with is not', async () => {
    const { victim, operations } = aVictim()
    const [one, two] = [must(operations[0], 'first'), must(operations[1], 'second')]
    const header = JSON.stringify({ ...JSON.parse(two.header), author: 'mallory' })
    expect(
      await pushAmongOthers(
        victim.relayed([{ ...one, body: '"swapped"' }, two]),
        { ...victim.relayed([one, { ...two, header }]), signature: victim.batch(operations).signature },
        victim.relayed(operations),
      ),
    ).toEqual([
      ['1 body-mismatch', '2 need'],
      ['1 bad-signature', '2 bad-signature'],
      ['1 acked', '2 acked'],
    ])
    expect(await push(victim.push(operations))).toEqual([['1 duplicate', '2 duplicate']])
    const { pages, keys } = pullResponse.parse(
      (await post('/sync/v1/pull', { proto: 1, nonce: 'n', device: 'd', cursors: [], max: 500 })).json(),
    )
    const signed = pages.flatMap(({ ops }) => ops.flatMap(({ h, g }) => (g === undefined ? [] : [[h, g]])))
    expect(signed).toContainEqual([two.header, victim.batch(operations).signature])
    expect(keys).toContainEqual({ device: victim.device, ...victim.key.deviceKey })
  })

  test('[P14] a sign-off that did not see everything is refused, and its device goes on', async () => {
    const { victim, operations } = aVictim()
    const signer = new RunWriter('signer', 's1')
    await push(signer.push(signer.writeMany(1)))
    const act = signer.writeKind('audit-signed-off', 'audit', { heads: [], questions: 1, answered: 1, findings: 0 })
    expect(await pushAmongOthers(victim.relayed(operations), signer.relayed(act))).toEqual([
      ['1 acked', '2 acked'],
      ['2 stale-heads'],
    ])
    expect(await push(signer.push(signer.writeMany(1)))).toEqual([['3 acked']])
    expect(await quarantine()).toEqual([
      {
        stream: 's1',
        device: signer.device,
        n: 2,
        code: 'stale-heads',
        kind: 'audit-signed-off',
        entity: 'audit',
        author: 'person',
        receivedAt: serverTime,
      },
    ])
  })

  test('[P17] a stream of another organisation takes nothing and shows nothing', async () => {
    const { victim, operations } = aVictim()
    await push(victim.push(operations))
    const other = await serve('other')
    const stranger = new RunWriter('stranger', 's1')
    const bystander = new RunWriter('bystander', 's9')
    const batches = [
      stranger.batch(stranger.writeMany(1)),
      victim.relayed(operations),
      bystander.relayed(bystander.writeMany(1)),
    ]
    expect(await push(stranger.pushBatches(batches), other)).toEqual([
      ['1 wrong-organisation'],
      ['1 wrong-organisation', '2 wrong-organisation'],
      ['1 acked'],
    ])
    expect(await headersIn('s1', other)).toEqual([])
    expect(await headersIn('s1')).toEqual(operations.map(({ header }) => header))
    expect(await quarantine()).toEqual([])
    expect(await codes(other)).toHaveLength(3)
    const marks = (to: FastifyInstance) =>
      to.inject({ method: 'GET', url: `/sync/v1/marks/${victim.device}?nonce=m1`, headers: { host: 'localhost' } })
    expect((await marks(other)).json()).toEqual({ proto: 1, nonce: 'm1', epoch: 'epoch-1', marks: [] })
    expect((await marks(server)).json()).toMatchObject({ nonce: 'm1', marks: [{ stream: 's1', n: 2 }] })
    await other.close()
  })

  test('odd headers and bodies that their device did sign are kept aside, and its chain goes on behind them', async () => {
    const oddities: ((operation: EncodedOperation) => EncodedOperation)[] = [
      // Fields by way of the prototype are none; those that no release knows are kept.
      ({ header, ...rest }) => ({
        ...rest,
        header: `{"__proto__":{"kind":"x-y"},${header.slice(1).replace('"kind"', '"kin"')}`,
      }),
      ({ header, ...rest }) => ({ ...rest, header: `{"__proto__":{"kind":"x-y"},${header.slice(1)}` }),
      ({ header, ...rest }) => ({ ...rest, header: header.replace('{', '{"later":{"a":1},') }),
      (operation) => withBody(operation, '['.repeat(20_000) + ']'.repeat(20_000)),
      (operation) => withBody(operation, `"${'x'.repeat(140_000)}"`),
      (operation) => withBody(operation, '{"__proto__":{"text":"x"}}'),
      (operation) => withBody(operation, 'no JSON'),
    ]
    const verdicts: string[] = []
    let writer = new RunWriter('odd', 's1')
    for (const makeOdd of oddities) {
      const [operation] = writer.write(secret)
      const odd = makeOdd(must(operation, 'operation'))
      verdicts.push(...must((await push(writer.push([odd])))[0], 'verdicts'))
      writer = new RunWriter('odd', 's1', { n: writer.head.n, hash: sha256ForTests(odd.header) })
    }
    expect(verdicts).toEqual([
      '1 malformed-operation',
      '2 acked',
      '3 acked',
      '4 malformed-operation',
      '5 too-large',
      '6 acked',
      '7 malformed-operation',
    ])
    expect(await push(writer.push(writer.writeMany(1)))).toEqual([['8 acked']])
  })
  test('[P1] [P18] a batch with a field of a later protocol is told so by the version, and is malformed without it', async () => {
    const { victim, operations } = aVictim()
    const request = victim.push(operations)
    const later = { ...request, batches: request.batches.map((batch) => ({ ...batch, zone: 'b' })) }
    const codeOf = async (payload: object) => {
      const answer = await post('/sync/v1/push', payload)
      return [answer.statusCode, errorAnswer.parse(answer.json()).error.code]
    }
    expect(await codeOf({ ...later, proto: 2 })).toEqual([426, 'unsupported-protocol'])
    expect(await codeOf(later)).toEqual([400, 'malformed-request'])
    expect(await codeOf({ ...request, batches: [{ ...request.batches[0], signature: 'short' }] })).toEqual([
      400,
      'malformed-request',
    ])
    await expectGoesOn(victim, operations)
  })
})
