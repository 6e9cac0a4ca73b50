// Whatever is pushed in whatever order, by the device, by others, by a copy of it or by a forger: the log holds one history of it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'
import { parseHeader } from '../../../src/domain/oplog/parseOperation.ts'
import { must } from '../../../src/domain/must.ts'
import type { Store } from '../../../src/server/store/createStore.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { serverTime } from '../../support/server/contextOf.ts'
import { RunWriter } from '../../support/server/RunWriter.ts'
import { sqliteEngine, type TestDatabase } from '../../support/server/storeEngines.ts'
import { sha256ForTests } from '../../support/sha256ForTests.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await sqliteEngine.createDatabase()
  store = await openStore(database.settings)
})
afterAll(async () => {
  await store.close()
  await database.dispose()
})

const written = 6
const step = fc.record({
  whose: fc.constantFrom('device' as const, 'device' as const, 'copy' as const),
  from: fc.nat({ max: written - 1 }),
  count: fc.integer({ min: 1, max: 4 }),
  /** Index of an operation of the run that somebody has changed. */
  tampered: fc.option(
    fc.record({ index: fc.nat({ max: 3 }), what: fc.constantFrom('body' as const, 'header' as const) }),
    {
      freq: 3,
    },
  ),
  isRelayed: fc.boolean(),
  isAgain: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

let streams = 0

test('[P5] [P10] [P11] [P13] the log holds one history of a device, and all of it comes in once it is pushed in order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.integer({ min: 1, max: 3 }), run), {
    numRuns: 60,
  })
}, 120_000)

async function run(steps: readonly Step[], copiedAt: number) {
  const stream = `s${(streams += 1)}`
  const writer = new RunWriter('device', stream)
  const start = writer.writeMany(copiedAt)
  const copy = writer.clone()
  const histories = {
    device: [...start, ...writer.writeMany(written - copiedAt)],
    copy: [...start, ...copy.write(...Array.from({ length: written - copiedAt }, (_, index) => `copy ${index}`))],
  }
  const address = { organisation: 'main', stream }
  for (const { whose, from, count, tampered, isRelayed, isAgain } of steps) {
    const operations = tamper(histories[whose].slice(from, from + count), tampered)
    await store.append(address, [writer.run(operations, { isRelayed, isAgain })], serverTime)
    await expectOneHistory(address, writer)
  }
  const { verdicts } = await store.append(address, [writer.run(histories.device)], serverTime)
  const log = await expectOneHistory(address, writer)
  const isForked = verdicts.flat().some(({ verdict }) => verdict === 'fork')
  const isOfCopy = log.some((header) => histories.copy.slice(copiedAt).some((operation) => operation.header === header))
  // The first of two histories stays; the other one's device becomes a new one. An operation that was kept aside for its body is part
  // of a history, too: its device had signed it, and the chain goes on behind it [P11].
  if (isOfCopy) expect(isForked).toBe(true)
  else if (isForked) expect((await keptForTheirBody(address)).some((n) => n !== null && n > copiedAt)).toBe(true)
  else expect(await marksOf(address, writer)).toBe(written)
}

/** What somebody can do who holds a signed run and no key: bodies, and every header but the signed one. */
function tamper(operations: readonly EncodedOperation[], tampered: Step['tampered']): EncodedOperation[] {
  return operations.map((operation, index) => {
    if (tampered?.index !== index) return operation
    if (tampered.what === 'body') return { ...operation, body: '"swapped"' }
    if (index === operations.length - 1) return operation
    return { ...operation, header: operation.header.replace('"author":"person"', '"author":"mallory"') }
  })
}

/** Returns the header texts of the log. */
async function expectOneHistory(
  address: { organisation: string; stream: string },
  writer: RunWriter,
): Promise<string[]> {
  const rows = await store.readOperations(address, { from: 1, to: 1_000 })
  const byN = new Map<number, { readonly hash: string; readonly prev: string }>()
  for (const { header, body, salt } of rows) {
    const parsed = parseHeader(header)
    const { n, prev, author, bodyHash } = must(parsed.ok ? parsed.value : undefined, 'a header')
    expect(byN.has(n)).toBe(false)
    expect([author, sha256ForTests(salt + body)]).toEqual(['person', bodyHash])
    byN.set(n, { hash: sha256ForTests(header), prev })
  }
  for (const [n, { prev }] of byN) {
    const before = byN.get(n - 1)
    if (before) expect(prev).toBe(before.hash)
  }
  // Versions are contiguous, and a gap is never counted as there.
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1))
  const mark = await marksOf(address, writer)
  const refused = new Set(await keptForTheirBody(address))
  for (let n = 1; n <= mark; n += 1) expect(byN.has(n) || refused.has(n)).toBe(true)
  return rows.map(({ header }) => header)
}

async function keptForTheirBody(address: { organisation: string; stream: string }): Promise<(number | null)[]> {
  const kept = await store.listQuarantined(address.organisation, { most: 10_000 })
  return kept.filter(({ stream, code }) => stream === address.stream && code === 'body-mismatch').map(({ n }) => n)
}

async function marksOf({ organisation, stream }: { organisation: string; stream: string }, { device }: RunWriter) {
  const marks = await store.readMarks({ organisation, device })
  return marks.find((mark) => mark.stream === stream)?.n ?? 0
}
