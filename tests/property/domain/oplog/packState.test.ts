import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditKinds } from '../../../../src/domain/audit/auditKinds.ts'
import { foldOperations } from '../../../../src/domain/oplog/foldOperations.ts'
import type { KindTable } from '../../../../src/domain/oplog/KindTable.ts'
import type { Operation } from '../../../../src/domain/oplog/Operation.ts'
import { packState } from '../../../../src/domain/oplog/packState.ts'
import type { StreamState } from '../../../../src/domain/oplog/StreamState.ts'
import { unpackState } from '../../../../src/domain/oplog/unpackState.ts'
import { auditHistory, foldInParts } from '../../../support/auditHistories.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'

const packed = (state: StreamState): unknown => JSON.parse(JSON.stringify(packState(state)))

interface Release {
  readonly kinds: KindTable
  readonly isOfThisRelease: boolean
}

/** A packed state, unpacked, and what came after it; undefined where it does not unpack, or where the caller must fold the whole log. */
function goOn(before: StreamState, rest: readonly Operation[], release: Release): StreamState | undefined {
  const state = unpackState(packed(before), release)
  return state && !foldOperations(state, rest, release.kinds).needsRefold ? state : undefined
}

const history = auditHistory().chain((all) => fc.record({ all: fc.constant(all), cut: fc.nat(all.length) }))

/** Kinds that come with a release: an older one keeps their operations as opaque. */
const novel = fc.subarray(
  ['answer-noted', 'item-removed', 'audit-signed-off', 'audit-reopened', 'late-entry-placed', 'audit-advanced'],
  { minLength: 1 },
)
const without = (kinds: readonly string[]): KindTable =>
  Object.fromEntries(Object.entries(auditKinds).filter(([kind]) => !kinds.includes(kind)))

describe('a packed state and the rest of the log', () => {
  test.each([true, false])(
    '[M17] fold to what the whole log folds to; packed by this very release: %s',
    (isOfThisRelease) => {
      let used = 0
      fc.assert(
        fc.property(history, ({ all, cut }) => {
          const release = { kinds: auditKinds, isOfThisRelease }
          const state = goOn(foldInParts([all.slice(0, cut)]), all.slice(cut), release)
          if (state === undefined) return
          used += 1
          expect(stateSnapshot(state)).toEqual(stateSnapshot(foldInParts([all])))
        }),
        { numRuns: 400 },
      )
      // Where a sign-off among the rest captures what was packed, the caller folds the whole log: most histories have none such.
      expect(used).toBeGreaterThan(150)
    },
  )

  test('[M9] [M17] packed by an older release, they fold as if the newer one had folded everything from the start', () => {
    let used = 0
    fc.assert(
      fc.property(history, novel, ({ all, cut }, kinds) => {
        const older = foldInParts([all.slice(0, cut)], without(kinds))
        const newer = goOn(older, all.slice(cut), { kinds: auditKinds, isOfThisRelease: false })
        if (newer === undefined) return
        used += 1
        expect(stateSnapshot(newer)).toEqual(stateSnapshot(foldInParts([all])))
      }),
      { numRuns: 400 },
    )
    expect(used).toBeGreaterThan(150)
  })

  test('[M17] packed by a newer release, an older one takes them only where it would have folded the same', () => {
    let used = 0
    fc.assert(
      fc.property(history, novel, ({ all, cut }, kinds) => {
        const older = { kinds: without(kinds), isOfThisRelease: false }
        const state = goOn(foldInParts([all.slice(0, cut)]), all.slice(cut), older)
        if (state === undefined) return
        used += 1
        expect(stateSnapshot(state)).toEqual(stateSnapshot(foldInParts([all], older.kinds)))
      }),
      { numRuns: 400 },
    )
    expect(used).toBeGreaterThan(40)
  })
})
