import { expect, test } from 'vitest'
import type { Measure } from '../../../../src/domain/audit/Audit.ts'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import { newFindingId, newMeasureId } from '../../../../src/domain/audit/entityIds.ts'
import { decideScheduleMeasure, measuresOf, type Schedule } from '../../../../src/domain/audit/measure.ts'
import { classifyMeasures } from '../../../../src/reports/follow-up/classifyMeasures.ts'
import { day, month } from '../../../support/day.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const finding = newFindingId('one')
const done = (doneOn: ReturnType<typeof day> | null): Schedule => ({ kind: 'measure-completed', body: { doneOn } })
const planned = (plannedOn: ReturnType<typeof day | typeof month> | null): Schedule => ({
  kind: 'measure-planned',
  body: { plannedOn },
})
const considered: Schedule = { kind: 'measure-considered', body: {} }
const declined: Schedule = { kind: 'measure-declined', body: { reason: '廃止のため' } }

function measuresWith(schedules: readonly (Schedule | undefined)[]): readonly Measure[] {
  const device = new TestDevice('office')
  for (const [index, schedule] of schedules.entries()) {
    const id = newMeasureId(String(index))
    device.write([firstDraft(id, 'measure-placed', { finding, type: 'correction', position: index })])
    const measure = device.audit.measures.get(id)
    if (schedule && measure) device.write(decideScheduleMeasure(measure, schedule))
  }
  return measuresOf(device.audit, finding)
}

test.each<[string, (Schedule | undefined)[], ReturnType<typeof classifyMeasures>]>([
  ['no measure', [], undefined],
  ['one undecided', [done(day('2024-03-07')), undefined], undefined],
  ['all done', [done(day('2024-03-07')), done(day('2024-01-26'))], { class: 'done', on: day('2024-03-07') }],
  ['done, one without a date', [done(day('2024-03-07')), done(null)], { class: 'done' }],
  ['one planned', [done(day('2024-03-07')), planned(day('2024-09-30'))], { class: 'planned', on: day('2024-09-30') }],
  [
    'planned for a day and for the month around it',
    [planned(month('2024-09')), planned(day('2024-09-15'))],
    { class: 'planned', on: month('2024-09') },
  ],
  ['planned and considered', [planned(day('2024-09-30')), considered], { class: 'planned', on: day('2024-09-30') }],
  ['done and considered', [done(day('2024-03-07')), considered], { class: 'considered' }],
  ['done and declined', [declined, done(day('2024-03-07'))], { class: 'done', on: day('2024-03-07') }],
  ['all declined', [declined], { class: 'declined' }],
])('%s', (_name, schedules, expected) => {
  expect(classifyMeasures(measuresWith(schedules))).toEqual(expected)
})
