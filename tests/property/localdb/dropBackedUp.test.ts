import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import type { Dot } from '../../../src/domain/oplog/Dot.ts'
import { dropBackedUp } from '../../../src/localdb/dropBackedUp.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { noteFacts } from '../../../src/localdb/noteFacts.ts'
import { openStream } from '../../../src/localdb/openStream.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { saveSnapshot } from '../../../src/localdb/saveSnapshot.ts'
import { settleRefetch } from '../../../src/localdb/settleRefetch.ts'
import { fetchWholeLog } from '../../../src/localdb/wantWholeLog.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import {
  aNote,
  anEntry,
  aPage,
  operationsOf,
  ours,
  pulled,
  stream,
  theirs,
} from '../../support/localdb/someOperations.ts'
import { stateSnapshot } from '../../support/stateSnapshot.ts'

const length = 30

/** Notes on three questions; some settle what came before, so the state is much smaller than the log. */
const log = operationsOf(
  theirs,
  Array.from({ length }, (_, index) =>
    aNote(`${'記述'.repeat((index * 7919) % 5_000)} ${index}`, {
      entity: `answer:antivirus/q-${index % 3}`,
      supersedes: index % 2 === 1 && index > 3 ? [`${theirs}:${index - 2}` as Dot] : [],
    }),
  ),
)

const act = fc.oneof(
  fc.record({ do: fc.constant('drop' as const), version: fc.integer({ min: 0, max: length }) }),
  fc.record({ do: fc.constant('page' as const), size: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ do: fc.constantFrom('note' as const, 'snapshot' as const) }),
)

async function stateOf(db: Parameters<typeof openStream>[0]) {
  return stateSnapshot((await openStream(db, stream, auditKinds)).state)
}

test(
  'whatever was dropped, log and base fold to the same state, and nothing of ours that waits is touched',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        const browser = aBrowser()
        const [whole, db] = [await aBrowser().tab(), await browser.tab()]
        let [cursor, notes] = [0, 0]
        for (const { do: what, ...wish } of acts) {
          if (what === 'note') {
            notes += 1
            const entry = anEntry(aNote(`手元 ${notes}`, { entity: 'answer:antivirus/own' }))
            for (const each of [whole, db]) await recordOperations(each, entry)
          } else if (what === 'page' && 'size' in wish && cursor < length) {
            const page = aPage(log, cursor + 1, Math.min(length, cursor + wish.size))
            for (const each of [whole, db]) await recordOperations(each, pulled(page))
            cursor = Math.min(length, cursor + wish.size)
          } else if (what === 'snapshot') {
            await saveSnapshot(db, { stream, ...(await openStream(db, stream, auditKinds)) })
          } else if ('version' in wish) {
            await noteFacts(db, { marks: [], backedUp: [{ stream, version: wish.version }] })
            await dropBackedUp(db, stream, auditKinds)
            const row = await db.dexie.streams.get(stream)
            expect(row?.base ?? 0).toBeLessThanOrEqual(cursor)
          }
          expect(await stateOf(db)).toEqual(await stateOf(whole))
        }
        // Another release folds the same, from bodies that it reads itself.
        expect(await stateOf(await browser.tab({ release: 'test-2' }))).toEqual(await stateOf(whole))
        expect(await listUnsent(db)).toEqual(await listUnsent(whole))
        // And what was dropped comes back.
        await fetchWholeLog(db, stream)
        const from = ((await db.dexie.streams.get(stream))?.cursor ?? 0) + 1
        await recordOperations(db, pulled(aPage(log, from, length)))
        expect(await settleRefetch(db, stream, auditKinds)).toMatchObject({ lacking: [] })
        expect(await db.dexie.bases.count()).toBe(0)
        await recordOperations(whole, pulled(aPage(log, cursor + 1, length)))
        expect(await stateOf(db)).toEqual(await stateOf(whole))
        for (const each of [whole, db]) each.close()
      }),
      { numRuns: 60 },
    )
  },
)

test('the own operations of a dropped page are not lost to the chain', async () => {
  const db = await aBrowser().tab()
  await recordOperations(db, pulled(aPage(operationsOf(ours, [aNote('一'), aNote('二')]))))
  await noteFacts(db, { marks: [{ stream, n: 2, hash: 'x'.repeat(43) }], backedUp: [{ stream, version: 2 }] })
  expect(await dropBackedUp(db, stream, auditKinds)).toBe(2)
  expect((await recordOperations(db, anEntry(aNote('三')))).first).toBe(3)
})
