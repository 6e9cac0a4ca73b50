import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { originPosition } from '../../../src/localdb/emptyStreamRow.ts'
import { markForRefetch } from '../../../src/localdb/markForRefetch.ts'
import { readSince } from '../../../src/localdb/readSince.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { settleRefetch } from '../../../src/localdb/settleRefetch.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aNote, aPage, operationsOf, pulled, stream, theirs } from '../../support/localdb/someOperations.ts'

const length = 40
const log = operationsOf(
  theirs,
  Array.from({ length }, (_, index) =>
    aNote('あ'.repeat((index * 977) % 6000), { entity: `answer:antivirus/q-${index}` }),
  ),
)

/** Cuts anywhere, pages again, in any order; then everything once in order. */
const page = fc
  .tuple(fc.integer({ min: 1, max: length }), fc.integer({ min: 1, max: length }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const disturbance = fc.oneof({ weight: 5, arbitrary: page }, { weight: 1, arbitrary: fc.constant('refetch' as const) })

test(
  '[P3] whatever pages come, in whatever cuts, the log is read back whole, in order, and once',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(disturbance, { maxLength: 25 }),
        fc.integer({ min: 1, max: 9 }),
        async (disturbances, size) => {
          const db = await aBrowser().tab()
          for (const what of disturbances) {
            if (what === 'refetch') await markForRefetch(db, stream)
            else await recordOperations(db, pulled(aPage(log, ...what)))
          }
          for (let from = 1; from <= length; from += 1) {
            const row = await db.dexie.streams.get(stream)
            const next = (row?.cursor ?? 0) + 1
            if (next > length) break
            await recordOperations(db, pulled(aPage(log, next, Math.min(length, next + size - 1))))
          }
          expect(await settleRefetch(db, stream, auditKinds)).toEqual({ lacking: [], older: [] })
          const { operations, damaged } = await readSince(db, stream, originPosition)
          expect(damaged).toEqual([])
          expect(operations.map(({ n }) => n)).toEqual(Array.from({ length }, (_, index) => index + 1))
          db.close()
        },
      ),
      { numRuns: 40 },
    )
  },
)
