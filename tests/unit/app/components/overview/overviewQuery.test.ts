import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overviewQueryOf, readOverviewQuery } from '../../../../../src/app/components/overview/overviewQuery.ts'
import { auditStates } from '../../../../../src/domain/audit/auditVocabulary.ts'
import { ageBands } from '../../../../../src/domain/overview/ageBand.ts'
import { flowRhythms } from '../../../../../src/domain/overview/measureFlow.ts'
import { wholeOverview } from '../../../../../src/domain/overview/OverviewFilter.ts'
import { progressSteps } from '../../../../../src/domain/overview/progressStep.ts'
import { demands } from '../../../../../src/domain/template/Template.ts'

const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })

test('whatever is looked at comes back from its address', () => {
  const asked = fc.record({
    filter: fc.record({
      fiscalYear: orNull(fc.integer({ min: 1868, max: 9999 })),
      unit: orNull(fc.string()),
      state: orNull(fc.constantFrom(...auditStates)),
      class: orNull(fc.string()),
      severity: orNull(fc.string()),
      demand: orNull(fc.constantFrom(...demands)),
      step: orNull(fc.constantFrom(...progressSteps)),
      age: orNull(fc.constantFrom(...ageBands)),
      isOverdue: fc.boolean(),
    }),
    rhythm: fc.constantFrom(...flowRhythms),
  })
  fc.assert(
    fc.property(asked, (each) => {
      expect(readOverviewQuery(overviewQueryOf(each))).toEqual(each)
    }),
  )
})

test('the overview of everything has a plain address', () => {
  expect(overviewQueryOf({ filter: wholeOverview, rhythm: 'quarter' })).toEqual({})
})

test('what an address says wrongly is not filtered by', () => {
  const query = { year: '24', state: 'lost', step: ['settled'], age: '31', overdue: 'yes', by: 'week', class: null }
  expect(readOverviewQuery(query)).toEqual({ filter: wholeOverview, rhythm: 'quarter' })
})
