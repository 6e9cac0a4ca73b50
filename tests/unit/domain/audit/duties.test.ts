import { describe, expect, test } from 'vitest'
import {
  carriedMeasures,
  decideCarryFollowUp,
  decideCheckFollowUp,
  measuresToCarry,
} from '../../../../src/domain/audit/carried.ts'
import {
  decideCompleteOccurrence,
  decideRemoveDuty,
  decideReopenOccurrence,
  decideSetDuty,
  usualQuarterMonths,
} from '../../../../src/domain/audit/decideDuty.ts'
import { duePlan } from '../../../../src/domain/audit/duePlan.ts'
import { dueRecordOf } from '../../../../src/domain/audit/dueRecord.ts'
import { dutiesOf, occurrencesOf, type DutyRule } from '../../../../src/domain/audit/duty.ts'
import { newDutyId, type FindingId } from '../../../../src/domain/audit/entityIds.ts'
import { listConflicts } from '../../../../src/domain/audit/listConflicts.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { must } from '../../../../src/domain/must.ts'
import type { StreamId } from '../../../../src/domain/oplog/Dot.ts'
import { aFinding, aMeasure, anIssuedFinding, doneOn, plannedOn } from '../../../support/aFinding.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { day, month } from '../../../support/day.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const id = newDutyId('d')
function rule(finding: FindingId, over: Partial<DutyRule> = {}): DutyRule {
  const months = [...usualQuarterMonths]
  const lasting = { startsOn: day('2023-11-15'), endsOn: null }
  return { finding, measure: null, text: '定義ファイルの更新', every: 'quarter', months, ...lasting, ...over }
}

function withDuty(over: Partial<DutyRule> = {}) {
  const tanaka = anAudit()
  const finding = aFinding(tanaka, 'f')
  tanaka.write(valueOf(decideSetDuty(tanaka.audit, id, rule(finding, over))))
  return { tanaka, finding }
}
const duty = (by: TestDevice) => must(by.audit.duties.get(id), 'the duty')

describe('occurrences', () => {
  const f = 'finding:f' as FindingId
  const months = (of: DutyRule, from: string, until: string) =>
    occurrencesOf(of, day(from), day(until)).map((each) => each.month)

  test('[A20] every quarter in 5・8・11・2月, from the month in which it begins', () => {
    expect(months(rule(f), '2023-01-01', '2024-12-31')).toEqual(
      ['2023-11', '2024-02', '2024-05', '2024-08', '2024-11'].map(month),
    )
  })

  test('[A20] every month to the one in which it ends, leap days included', () => {
    const monthly = rule(f, { every: 'month', months: [], endsOn: day('2024-03-01') })
    expect(occurrencesOf(monthly, day('2024-01-01'), day('2030-01-01')).map(({ dueOn }) => dueOn)).toEqual(
      ['2024-01-31', '2024-02-29', '2024-03-31'].map(day),
    )
  })

  test('[A20] once a year; what ends before it is due is not due', () => {
    const yearly = rule(f, { every: 'year', months: [1] })
    expect(months(yearly, '2023-12-01', '2026-01-30')).toEqual(['2024-01', '2025-01'].map(month))
    expect(months(yearly, '2024-02-01', '2024-12-31')).toEqual([])
  })
})

describe('duties', () => {
  test.each([
    ['text-missing', { text: ' ' }],
    ['months-missing', { months: [] }],
    ['months-missing', { every: 'year', months: [1, 2] }],
    ['ends-before-start', { endsOn: day('2023-11-14') }],
    ['finding-missing', { finding: 'finding:x' as FindingId }],
  ] as const)('[A20] are refused with %s', (error, over) => {
    const tanaka = anAudit()
    const refused = decideSetDuty(tanaka.audit, id, rule(aFinding(tanaka, 'f'), over))
    expect(refused).toEqual({ ok: false, error })
  })

  test('[A20] a month is ticked off and taken back; two tablets that tick it off agree', () => {
    const { tanaka } = withDuty()
    const sato = new TestDevice('sato')
    sato.seeAllOf(tanaka)
    const wish = { month: month('2024-02'), doneOn: day('2024-02-20'), note: '３台', today: day('2024-02-21') }
    const tick = (by: TestDevice, over = {}) => decideCompleteOccurrence(by.audit, duty(by), { ...wish, ...over })
    const stateOf = () =>
      duePlan(dueRecordOf(tanaka.audit), wish.today).find(({ occurrence }) => occurrence?.endsWith('2024-02'))
    expect(tick(tanaka, { month: month('2024-03') })).toEqual({ ok: false, error: 'not-due' })
    expect(tick(tanaka, { doneOn: day('2024-02-22') })).toEqual({ ok: false, error: 'done-after-today' })
    tanaka.write(valueOf(tick(tanaka)))
    sato.write(valueOf(tick(sato, { doneOn: day('2024-02-19') })))
    tanaka.seeAllOf(sato)
    expect(listConflicts(tanaka.document.state)).toEqual([])
    expect(stateOf()?.state).toBe('done')
    tanaka.write(decideReopenOccurrence(tanaka.audit, duty(tanaka), wish.month))
    expect(stateOf()?.state).toBe('due-soon')
  })

  test('[A20] [A21] a duty is removed, and setting it is undone as a removal', () => {
    const { tanaka, finding } = withDuty()
    expect(dutiesOf(tanaka.audit, finding)).toHaveLength(1)
    tanaka.write(decideRemoveDuty(must(tanaka.document.entity(id), 'the duty')))
    expect(dutiesOf(tanaka.audit)).toEqual([])
    const drafts = valueOf(decideSetDuty(tanaka.audit, newDutyId('e'), rule(finding)))
    const earlier = must(rememberEarlier(tanaka.document.state, drafts), 'a change that can be undone')
    const recorded = tanaka.write(drafts)
    tanaka.write(valueOf(decideUndo(tanaka.document.state, recorded, earlier)))
    expect(dutiesOf(tanaka.audit)).toEqual([])
  })
})

test('what is due stands in the order of its days, each told as overdue, soon, later or done', () => {
  const { tanaka, finding } = withDuty({ every: 'year', months: [5] })
  aMeasure(tanaka, finding, plannedOn('2024-03-31'), 'late')
  aMeasure(tanaka, finding, plannedOn('2024-09-30'), 'far')
  aMeasure(tanaka, finding, doneOn('2024-03-07'), 'done')
  expect(duePlan(dueRecordOf(tanaka.audit), day('2024-05-10')).map(({ on, type, state }) => [on, type, state])).toEqual(
    [
      ['2024-03-07', 'measure', 'done'],
      ['2024-03-31', 'measure', 'overdue'],
      ['2024-05', 'occurrence', 'due-soon'],
      ['2024-09-30', 'measure', 'later'],
    ],
  )
})

describe('measures of an earlier audit', () => {
  test('[A22] are carried over once, as they read then, and asked about', () => {
    const [earlier, now] = [anAudit(), anAudit('sato')]
    const finding = anIssuedFinding(earlier)
    aMeasure(earlier, finding, doneOn('2024-03-07'), 'a')
    aMeasure(earlier, finding, { kind: 'measure-declined', body: { reason: '廃止' } }, 'b')
    const origins = measuresToCarry(earlier.audit, { stream: 'audit-1' as StreamId, language: 'ja' })
    now.write(decideCarryFollowUp(now.audit, origins))
    expect(decideCarryFollowUp(now.audit, origins)).toEqual([])
    const [carried] = carriedMeasures(now.audit)
    expect(carriedMeasures(now.audit)).toHaveLength(1)
    const said = {
      number: '２（１）',
      title: 'fの更新',
      text: '更新した。',
      class: 'done',
      on: '2024-03-07',
      unit: '健康局',
    }
    expect(carried?.origin.values[0]?.content.body).toMatchObject(said)
    const one = must(carried, 'a carried measure')
    expect(decideCheckFollowUp(one, { outcome: 'lapsed', note: ' ' })).toEqual({ ok: false, error: 'note-missing' })
    now.write(valueOf(decideCheckFollowUp(one, { outcome: 'kept', note: '' })))
    expect(carriedMeasures(now.audit)[0]?.result.values[0]?.content.body.outcome).toBe('kept')
  })
})
