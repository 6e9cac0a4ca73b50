import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { copyDatabase, pasteDatabase } from '../../support/localdb/copyDatabase.ts'
import { aClonableTablet, type ClonableTablet } from '../../support/sync/aClonableTablet.ts'
import { aServer, type TestServer } from '../../support/sync/aServer.ts'
import { auditStream } from '../../support/sync/aTablet.ts'
import type { EntityId } from '../../../src/domain/oplog/Dot.ts'
import { listRefused } from '../../../src/localdb/listRefused.ts'
import { readHistory } from '../../../src/localdb/readHistory.ts'

const questions = ['answer:antivirus/1-1', 'answer:antivirus/1-2'] as const

async function textsIn(tablet: ClonableTablet): Promise<string[]> {
  const { db } = tablet.now()
  const histories = await Promise.all(questions.map((id) => readHistory(db, auditStream, id as EntityId)))
  return histories
    .flat()
    .map(({ operation, status }) => `${status} ${(operation.body as { text: string }).text}`)
    .sort()
}

/** Everybody knows the same, it is what was written, each of it once, and nothing waits. */
async function expectAllAlike(tablets: readonly ClonableTablet[], written: readonly string[]) {
  for (let round = 0; round < 3; round += 1) for (const tablet of tablets) await tablet.sync()
  const states = await Promise.all(tablets.map((tablet) => tablet.now().state()))
  for (const state of states) expect(state).toEqual(states[0])
  for (const tablet of tablets) {
    expect(await textsIn(tablet)).toEqual(written.map((text) => `shared ${text}`).sort())
    expect(await listRefused(tablet.now().db)).toEqual([])
    expect(tablet.now().status().unsent.entries).toBe(0)
  }
}

async function withServer(work: (server: TestServer) => Promise<void>) {
  const server = await aServer()
  try {
    await work(server)
  } finally {
    await server.close()
  }
}

async function aCopyOf(tablet: ClonableTablet, server: TestServer) {
  const browser = aBrowser()
  await pasteDatabase(browser, await copyDatabase(tablet.now().browser))
  return aClonableTablet({ name: tablet.names[0] ?? '', transport: server.transport(), browser })
}

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const step = fc.record({
  tablet: fc.nat({ max: 2 }),
  act: fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('note' as const), question: fc.nat({ max: 1 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('sync' as const, 'restart' as const) }) },
  ),
})

test(
  '[M18] two copies of one tablet become two devices, and everything that either wrote is there once',
  { timeout: 240_000 },
  async () => {
    const run = (before: number, isSynced: boolean, steps: readonly Step[]) =>
      withServer(async (server) => {
        const original = await aClonableTablet({ name: 'tablet-a', transport: server.transport() })
        const written: string[] = []
        const note = async (tablet: ClonableTablet, question = 0) => {
          const text = `${String(written.length)} ${tablet.names.join('+')}`
          written.push(text)
          await tablet.now().note(text, questions[question])
        }
        for (let count = 0; count < before; count += 1) await note(original)
        if (isSynced) await original.sync()
        const copy = await aCopyOf(original, server)
        const third = await aClonableTablet({ name: 'tablet-c', transport: server.transport() })
        const tablets = [original, copy, third]
        for (const { tablet: index, act } of steps) {
          const tablet = tablets[index] ?? original
          if (act.do === 'note') await note(tablet, act.question)
          if (act.do === 'sync') await tablet.sync()
          if (act.do === 'restart') await tablet.restart()
        }
        await expectAllAlike(tablets, written)
        for (const tablet of tablets) tablet.close()
      })
    await fc.assert(fc.asyncProperty(fc.nat({ max: 3 }), fc.boolean(), fc.array(step, { maxLength: 12 }), run), {
      numRuns: 12,
      endOnFailure: true,
    })
  },
)

test('a copy that has written nothing of its own stays the same device', () =>
  withServer(async (server) => {
    const original = await aClonableTablet({ name: 'tablet-a', transport: server.transport() })
    await original.now().note('一')
    const copy = await aCopyOf(original, server)
    await expectAllAlike([original, copy], ['一'])
    expect([original.names.length, copy.names.length]).toEqual([1, 1])
    for (const tablet of [original, copy]) tablet.close()
  }))

test.each([
  ['before', 2],
  ['after', 1],
])(
  'an old copy that is brought back and writes %s it has synced loses nothing of what the server has',
  (when, devices) =>
    withServer(async (server) => {
      const tablet = await aClonableTablet({ name: 'tablet-a', transport: server.transport() })
      await tablet.now().note('一')
      await tablet.sync()
      const old = await copyDatabase(tablet.now().browser)
      await tablet.now().note('二')
      await tablet.now().note('三', questions[1])
      await tablet.sync()
      await pasteDatabase(tablet.now().browser, old)
      await tablet.restart()
      if (when === 'after') await tablet.sync()
      await tablet.now().note('四')
      const other = await aClonableTablet({ name: 'tablet-b', transport: server.transport() })
      await expectAllAlike([tablet, other], ['一', '二', '三', '四'])
      expect(tablet.names).toHaveLength(devices)
      for (const open of [tablet, other]) open.close()
    }),
)
