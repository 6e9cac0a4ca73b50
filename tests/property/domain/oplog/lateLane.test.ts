import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditKinds } from '../../../../src/domain/audit/auditKinds.ts'
import { isOrderSensitive } from '../../../../src/domain/audit/isOrderSensitive.ts'
import { definitionOf } from '../../../../src/domain/oplog/KindTable.ts'
import { lateDotOf } from '../../../../src/domain/oplog/lateLane.ts'
import type { Operation } from '../../../../src/domain/oplog/Operation.ts'
import { citedHeads } from '../../../../src/domain/oplog/SignOff.ts'
import { auditHistory, foldInParts } from '../../../support/auditHistories.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'

/** The rule as it is written, without any of the fold's bookkeeping: which operations do not act [M14] [M16]. */
function heldBack(all: readonly Operation[]): ReadonlySet<string> {
  const acts = all.filter(({ kind }) => isOrderSensitive(kind))
  const signOffs = acts.filter(({ kind }) => kind === 'audit-signed-off')
  const inForce = signOffs.filter(({ dot }) => !acts.some(({ supersedes }) => supersedes.includes(dot)))
  const isUnseen = (operation: Operation, signOff: Operation) => {
    const seen = operation.device === signOff.device ? signOff.n : citedHeads(signOff.body)?.get(operation.device)
    return operation.n > (seen ?? 0)
  }
  const placements = all.filter(({ kind }) => kind === 'late-entry-placed')
  const isPlaced = (operation: Operation, placement: string) =>
    placements.some(
      ({ entity, body }) => lateDotOf(entity) === operation.dot && JSON.stringify(body).includes(placement),
    )
  const isHeld = (operation: Operation) => {
    if (definitionOf(auditKinds, operation.kind)?.isSealed !== true || isPlaced(operation, '"taken"')) return false
    return (isPlaced(operation, '"set-aside"') ? signOffs : inForce).some((signOff) => isUnseen(operation, signOff))
  }
  return new Set(all.filter(isHeld).map(({ dot }) => dot))
}

describe('any history with sign-offs, reopenings and placements', () => {
  test('[M6] [M14] any order, duplication or split of it folds to the same state', () => {
    const scrambled = auditHistory().chain((all) => {
      const twice = [...all, ...all]
      return fc.record({
        all: fc.constant(all),
        shuffled: fc.shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length }),
        cuts: fc.array(fc.nat(twice.length), { maxLength: 5 }),
      })
    })
    fc.assert(
      fc.property(scrambled, ({ all, shuffled, cuts }) => {
        const places = [0, ...cuts.sort((a, b) => a - b), shuffled.length]
        const parts = places.slice(1).map((end, index) => shuffled.slice(places[index], end))
        expect(stateSnapshot(foldInParts(parts))).toEqual(stateSnapshot(foldInParts([all])))
      }),
      { numRuns: 500 },
    )
  })

  test('[M14] [M16] exactly the operations that the rule holds back do not act', () => {
    let held = 0
    fc.assert(
      fc.property(auditHistory(), (all) => {
        const state = foldInParts([all])
        const expected = heldBack(all)
        held += expected.size
        expect([...state.late.keys()].sort()).toEqual([...expected].sort())
        const acting = foldInParts([
          all.filter(({ dot, kind }) => !expected.has(dot) && kind !== 'late-entry-placed' && !isOrderSensitive(kind)),
        ])
        for (const [id, entity] of acting.entities) {
          const { registers } = state.entities.get(id) ?? { registers: new Map() }
          for (const [name, values] of entity.registers) expect(registers.get(name)).toEqual(values)
        }
      }),
      { numRuns: 500 },
    )
    expect(held).toBeGreaterThan(100)
  })

  test('[M14] nothing is dropped: every operation acts, is superseded, waits or is set aside', () => {
    fc.assert(
      fc.property(auditHistory(), (all) => {
        const state = foldInParts([all])
        for (const { dot, entity, device, n } of all) {
          const found = state.entities.get(entity)
          const isCurrent = [...(found?.registers.values() ?? [])].flat().some((value) => value.dot === dot)
          expect(isCurrent || found?.superseded.has(dot) === true || state.late.has(dot)).toBe(true)
          expect(state.heads.get(device)).toBeGreaterThanOrEqual(n)
        }
      }),
      { numRuns: 300 },
    )
  })
})
