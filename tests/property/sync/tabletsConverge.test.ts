import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aServer, clearLine, deadLine, deafLine, type Deliver, type Line } from '../../support/sync/aServer.ts'
import { aTablet, auditStream, type Tablet } from '../../support/sync/aTablet.ts'
import { listRefused } from '../../../src/localdb/listRefused.ts'
import { markForRefetch } from '../../../src/localdb/markForRefetch.ts'
import { readHistory } from '../../../src/localdb/readHistory.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { Dot, EntityId } from '../../../src/domain/oplog/Dot.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { saveSnapshot } from '../../../src/localdb/saveSnapshot.ts'

/** Every message arrives twice, the answer to the second is what the tablet hears. */
const stutteringLine: Line = (deliver: Deliver) => async (path, json) => {
  await deliver(path, json)
  return deliver(path, json)
}
/** A captive portal: 200, and not our server. */
const portalLine: Line = () => () =>
  Promise.resolve({ state: 'answered', status: 200, body: undefined, retryAfterMs: null })

const lines: Record<string, Line> = {
  clear: clearLine,
  dead: deadLine,
  deaf: deafLine,
  stutter: stutteringLine,
  portal: portalLine,
}
const questions = ['answer:antivirus/1-1', 'answer:antivirus/1-2', 'answer:antivirus/1-3']

const step = fc.record({
  tablet: fc.nat({ max: 2 }),
  act: fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('note' as const), question: fc.nat({ max: 2 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('sync' as const), line: fc.constantFrom(...Object.keys(lines)) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'refetch' as const, 'snapshot' as const) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constantFrom('back-up' as const, 'restore' as const, 'copy-back' as const) }),
    },
  ),
})

async function run(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) {
  const server = await aServer()
  const journal: Dot[] = []
  const names = ['tablet-a', 'tablet-b', 'tablet-c']
  const current = names.map(() => clearLine)
  const open = async (index: number, browser = aBrowser()) =>
    aTablet({ name: names[index] ?? '', transport: server.transport(() => current[index] ?? clearLine), browser })
  const tablets = await Promise.all(names.map((_, index) => open(index)))
  for (const tablet of tablets) tablet.engine.start()
  await server.backUp()
  try {
    for (const [count, { tablet: index, act }] of steps.entries()) {
      const tablet = tablets[index] as Tablet
      if (act.do === 'note') journal.push(await tablet.note(`${names[index]} ${count}`, questions[act.question]))
      if (act.do === 'back-up') await server.backUp()
      if (act.do === 'restore') await server.restore('renewed')
      if (act.do === 'copy-back') await server.restore('kept')
      if (act.do === 'refetch') await markForRefetch(tablet.db, auditStream)
      if (act.do === 'snapshot')
        await saveSnapshot(tablet.db, {
          stream: auditStream,
          ...(await openStream(tablet.db, auditStream, auditKinds)),
        })
      if (act.do === 'sync') {
        current[index] = lines[act.line] ?? clearLine
        await tablet.sync()
      }
      if (act.do === 'restart') {
        tablet.close()
        const again = await open(index, tablet.browser)
        tablets[index] = again
        again.engine.start()
      }
    }
    current.fill(clearLine)
    for (const tablet of [...tablets, ...tablets, ...tablets]) await tablet.sync()
    const states = await Promise.all(tablets.map((tablet) => tablet.state()))
    expect(states[1]).toEqual(states[0])
    expect(states[2]).toEqual(states[0])
    for (const tablet of tablets) {
      const histories = await Promise.all(
        questions.map((question) => readHistory(tablet.db, auditStream, question as EntityId)),
      )
      const known = histories.flat().map(({ operation, status }) => {
        expect(status).toBe('shared')
        return operation.dot
      })
      expect(known.sort()).toEqual([...journal].sort())
      expect(tablet.status().unsent.entries).toBe(0)
      expect(await listRefused(tablet.db)).toEqual([])
    }
  } finally {
    for (const tablet of tablets) tablet.close()
    await server.close()
  }
}

test(
  'three tablets end up alike whatever the line did and whatever the server lost, and nothing saved is missing or invented',
  { timeout: 240_000 },
  async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), run), {
      numRuns: 12,
      endOnFailure: true,
    })
  },
)
