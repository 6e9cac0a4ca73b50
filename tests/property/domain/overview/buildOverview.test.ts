import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditStates, findingStates } from '../../../../src/domain/audit/auditVocabulary.ts'
import { addDays } from '../../../../src/domain/calendar/addDays.ts'
import { toCalendarMonth } from '../../../../src/domain/calendar/CalendarMonth.ts'
import { civilPartsOf } from '../../../../src/domain/calendar/civilPartsOf.ts'
import { ageBands } from '../../../../src/domain/overview/ageBand.ts'
import { buildOverview } from '../../../../src/domain/overview/buildOverview.ts'
import { flowRhythms } from '../../../../src/domain/overview/measureFlow.ts'
import { wholeOverview } from '../../../../src/domain/overview/OverviewFilter.ts'
import { progressSteps } from '../../../../src/domain/overview/progressStep.ts'
import { addTallies, type Tally } from '../../../../src/domain/overview/tallyFindings.ts'
import { demands } from '../../../../src/domain/template/Template.ts'
import { aSummarisedAudit } from '../../../support/aSummarisedAudit.ts'
import { day } from '../../../support/day.ts'

const today = day('2024-11-10')
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })
const aDay = fc.integer({ min: -1500, max: 900 }).map((days) => addDays(today, days))
const aDate = fc.oneof(
  aDay,
  aDay.map((on) => toCalendarMonth(civilPartsOf(on))),
)
const unit = fc.constantFrom('', '健康局', '市民局', '教育委員会')
const code = fc.constantFrom('finding', 'opinion', 'request')
const severity = fc.constantFrom('high', 'medium', 'low', 'other')

const finding = fc.record({
  class: code,
  severity: orNull(severity),
  demand: fc.constantFrom(...demands),
  stage: fc.constantFrom(...findingStates),
  raisedOn: orNull(aDay),
  dueOn: orNull(aDate),
})
const measure = fc.record({
  item: fc.integer({ min: 1, max: 5 }),
  class: fc.constantFrom('done', 'planned', 'considered', 'declined', 'open'),
  on: orNull(aDate),
  isVerified: fc.boolean(),
  verifiedOn: orNull(aDay),
})
const audits = fc
  .array(
    fc.record({
      unit,
      state: fc.constantFrom(...auditStates),
      fiscalYear: orNull(fc.integer({ min: 2021, max: 2025 })),
      findings: fc.array(finding, { maxLength: 5 }),
      measures: fc.array(measure, { maxLength: 8 }),
    }),
    { maxLength: 6 },
  )
  .map((written) => written.map((each, index) => aSummarisedAudit(String(index), each)))
const filter = fc.record({
  fiscalYear: orNull(fc.integer({ min: 2021, max: 2025 })),
  unit: orNull(unit),
  state: orNull(fc.constantFrom(...auditStates)),
  class: orNull(code),
  severity: orNull(fc.oneof(severity, fc.constant(''))),
  demand: orNull(fc.constantFrom(...demands)),
  step: orNull(fc.constantFrom(...progressSteps)),
  age: orNull(fc.constantFrom(...ageBands)),
  isOverdue: fc.boolean(),
})
const asked = fc.record({
  filter: fc.oneof(fc.constant(wholeOverview), filter),
  rhythm: fc.constantFrom(...flowRhythms),
  window: fc.record({ before: fc.nat(8), after: fc.nat(6) }),
  today: fc.constant(today),
  classes: fc.constant(['finding']),
  severities: fc.constant(['high', 'low']),
})

const uncalled = (tally: Tally) => ({ ...tally, key: '' })

test('[A25] every finding that fits is counted once in each chart', () => {
  fc.assert(
    fc.property(audits, asked, (listed, look) => {
      const { all, findings, byUnit, byClass, bySeverity, byAge, byState } = buildOverview(listed, look)
      expect(all.total).toBe(findings.length)
      for (const chart of [byUnit, byClass, bySeverity]) expect(addTallies('', chart)).toEqual(uncalled(all))
      // What is settled ages no more.
      expect(addTallies('', byAge).total).toBe(all.open)
      expect(byState.reduce((sum, each) => sum + each.findings, 0)).toBe(all.total)
      for (const each of [all, ...byUnit, ...byAge])
        expect(progressSteps.reduce((sum, step) => sum + each.steps[step], 0)).toBe(each.total)
    }),
  )
})

test('[A25] what a row counts is what its filter leaves', () => {
  fc.assert(
    fc.property(audits, asked, (listed, look) => {
      const leaves = (change: Partial<typeof look.filter>) =>
        buildOverview(listed, { ...look, filter: { ...look.filter, ...change } })
      const { byUnit, byClass, bySeverity, byAge, byState } = buildOverview(listed, look)
      for (const { key, total } of byUnit) expect(leaves({ unit: key }).findings).toHaveLength(total)
      for (const { key, total } of byClass) if (total > 0) expect(leaves({ class: key }).findings).toHaveLength(total)
      for (const { key, total } of bySeverity)
        if (total > 0) expect(leaves({ severity: key }).findings).toHaveLength(total)
      for (const age of ageBands) {
        const { total = 0 } = byAge.find(({ key }) => key === age) ?? {}
        if (total > 0) expect(leaves({ age }).findings).toHaveLength(total)
      }
      for (const { state, audits: count } of byState)
        if (count > 0) expect(leaves({ state }).audits).toHaveLength(count)
    }),
  )
})

test('[A26] every measure is counted once: in a period, behind the last one, or without a date', () => {
  fc.assert(
    fc.property(audits, asked, (listed, look) => {
      const { findings, flow } = buildOverview(listed, look)
      expect(flow.total).toBe(findings.reduce((sum, each) => sum + each.measures.length, 0))
      expect((flow.periods.at(-1)?.planned ?? 0) + flow.later + flow.undated).toBe(flow.total)
    }),
  )
})

test('[A26] the counts never fall, and verified ≤ done ≤ planned', () => {
  fc.assert(
    fc.property(audits, asked, (listed, look) => {
      const { periods } = buildOverview(listed, look).flow
      periods.forEach((period, index) => {
        const before = periods[index - 1] ?? { planned: 0, done: 0, verified: 0 }
        expect(period.verified <= period.done && period.done <= period.planned).toBe(true)
        for (const count of ['planned', 'done', 'verified'] as const)
          expect(period[count]).toBeGreaterThanOrEqual(before[count])
      })
      expect(periods.length).toBeLessThanOrEqual(look.window.before + 1 + look.window.after)
    }),
  )
})
