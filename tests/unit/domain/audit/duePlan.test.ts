import { expect, test } from 'vitest'
import { decideCompleteOccurrence, decideSetDuty } from '../../../../src/domain/audit/decideDuty.ts'
import { decideRaiseEmptyFinding } from '../../../../src/domain/audit/decideRaiseFinding.ts'
import { duePlan } from '../../../../src/domain/audit/duePlan.ts'
import { dueRecordOf, parseDueRecord } from '../../../../src/domain/audit/dueRecord.ts'
import { newDutyId, newFindingId, newMeasureId } from '../../../../src/domain/audit/entityIds.ts'
import { decideAddMeasure, decideScheduleMeasure } from '../../../../src/domain/audit/measure.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { day, month } from '../../../support/day.ts'

const finding = newFindingId('f1')
const duty = newDutyId('d1')

function withQuarterlyDuty() {
  const device = anAudit()
  device.write(decideRaiseEmptyFinding(device.audit, finding))
  const rhythm = {
    every: 'quarter',
    months: [5, 8, 11, 2],
    startsOn: day('2024-04-01'),
    endsOn: day('2025-03-31'),
  } as const
  device.write(valueOf(decideSetDuty(device.audit, duty, { finding, measure: null, text: '自己点検', ...rhythm })))
  return device
}

test('every month of a duty stands in the plan, late once its last day is over and done on the day it was ticked off', () => {
  const device = withQuarterlyDuty()
  const rule = must(device.audit.duties.get(duty), 'the duty')
  const wish = { month: month('2024-05'), doneOn: day('2024-05-20'), note: '', today: day('2024-09-10') }
  device.write(valueOf(decideCompleteOccurrence(device.audit, rule, wish)))
  const plan = duePlan(dueRecordOf(device.audit), day('2024-11-01'))
  expect(plan.map(({ on, state }) => [on, state])).toEqual([
    ['2024-05-20', 'done'],
    ['2024-08', 'overdue'],
    ['2024-11', 'due-soon'],
    ['2025-02', 'later'],
  ])
})

test('a measure is due on its planned day and done on the day it was done', () => {
  const device = anAudit()
  device.write(decideRaiseEmptyFinding(device.audit, finding))
  for (const [name, schedule] of [
    ['m1', { kind: 'measure-planned', body: { plannedOn: month('2024-10') } }],
    ['m2', { kind: 'measure-completed', body: { doneOn: day('2024-03-07') } }],
    ['m3', { kind: 'measure-planned', body: { plannedOn: null } }],
  ] as const) {
    const id = newMeasureId(name)
    device.write(decideAddMeasure(device.audit, finding, { id, type: 'correction', text: name }))
    device.write(decideScheduleMeasure(must(device.audit.measures.get(id), name), schedule))
  }
  const plan = duePlan(dueRecordOf(device.audit), day('2024-11-01'))
  expect(plan.map(({ text, on, state }) => [text, on, state])).toEqual([
    ['m2', '2024-03-07', 'done'],
    ['m1', '2024-10', 'overdue'],
  ])
})

test('what is kept of it reads back as it was', () => {
  const record = dueRecordOf(withQuarterlyDuty().audit)
  expect(parseDueRecord(JSON.parse(JSON.stringify(record)))).toEqual(record)
  expect(record.duties).toHaveLength(1)
})
