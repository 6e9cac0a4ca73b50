import { describe, expect, test } from 'vitest'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import { auditEntity, newFindingId, newMeasureId } from '../../../../src/domain/audit/entityIds.ts'
import { decideNote } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideWordFinding } from '../../../../src/domain/audit/decideFinding.ts'
import {
  decideRemoveMeasure,
  decideScheduleMeasure,
  decideWordMeasure,
  type Schedule,
} from '../../../../src/domain/audit/measure.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { must } from '../../../../src/domain/must.ts'
import type { QuestionId, TemplateId } from '../../../../src/domain/template/Template.ts'
import { listReportProblems } from '../../../../src/reports/follow-up/listReportProblems.ts'
import { antivirus, findingDrafts, followUpAudit } from '../../../fixtures/reports/followUpAudit.ts'
import { day, month } from '../../../support/day.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const measureId = newMeasureId('antivirus-1')
const reference = { id: antivirus, number: '２（１）' }

function problemsIn(device: TestDevice) {
  return listReportProblems(device.audit, 'ja')
}

function measureIn(device: TestDevice) {
  return must(device.audit.measures.get(measureId), measureId)
}

function twoDevices(): readonly [TestDevice, TestDevice] {
  const [office, tablet] = [followUpAudit(), new TestDevice('tablet')]
  tablet.seeAllOf(office)
  return [office, tablet]
}

describe('listReportProblems', () => {
  // The notice of the sample was received on 2024-04-22.
  test.each<[string, Schedule, string[]]>([
    ['done on the day of the notice', { kind: 'measure-completed', body: { doneOn: day('2024-04-22') } }, []],
    [
      'done after the notice',
      { kind: 'measure-completed', body: { doneOn: day('2024-04-23') } },
      ['done-after-notice'],
    ],
    ['done in the month of the notice', { kind: 'measure-completed', body: { doneOn: month('2024-04') } }, []],
    ['done in a later month', { kind: 'measure-completed', body: { doneOn: month('2024-05') } }, ['done-after-notice']],
    ['done without a date', { kind: 'measure-completed', body: { doneOn: null } }, ['date-missing']],
    ['planned after the notice', { kind: 'measure-planned', body: { plannedOn: day('2024-04-23') } }, []],
    ['planned in the month of the notice', { kind: 'measure-planned', body: { plannedOn: month('2024-04') } }, []],
    [
      'planned by the notice',
      { kind: 'measure-planned', body: { plannedOn: day('2024-04-22') } },
      ['planned-before-notice'],
    ],
    ['planned without a date', { kind: 'measure-planned', body: { plannedOn: null } }, ['date-missing']],
    ['under consideration', { kind: 'measure-considered', body: {} }, []],
    ['declined', { kind: 'measure-declined', body: { reason: '対象機器を廃止する' } }, []],
  ])('a measure %s', (_name, schedule, codes) => {
    const device = followUpAudit()
    device.write(decideScheduleMeasure(measureIn(device), schedule))
    expect(problemsIn(device)).toEqual(codes.map((code) => ({ code, finding: reference, measure: measureId })))
  })

  test('a finding without measures, without words and with a blank left is named with its number', () => {
    const device = followUpAudit()
    const finding = newFindingId('training')
    const words = {
      subject: '研修',
      demand: 'improve',
      lead: '次のとおり。',
      conditions: '○○名が未受講であった。',
      recommendation: ' ',
    } as const
    device.write(findingDrafts(finding, { position: 4, ...words }))
    const named = { id: finding, number: '２（４）' }
    expect(problemsIn(device)).toEqual([
      { code: 'blank-left', finding: named, part: 'conditions' },
      { code: 'part-missing', finding: named, part: 'recommendation' },
      { code: 'measures-missing', finding: named },
    ])
  })

  test('a measure just added lacks words and a schedule', () => {
    const device = followUpAudit()
    const id = newMeasureId('new')
    device.write([
      firstDraft(id, 'measure-placed', { finding: antivirus, type: 'correction', position: 9 }),
      firstDraft(id, 'measure-worded', { text: '' }),
    ])
    expect(problemsIn(device)).toEqual([
      { code: 'measure-text-missing', finding: reference, measure: id },
      { code: 'schedule-missing', finding: reference, measure: id },
    ])
  })

  test('two schedules for one measure are one conflict and no missing date', () => {
    const [office, tablet] = twoDevices()
    office.write(decideScheduleMeasure(measureIn(office), { kind: 'measure-completed', body: { doneOn: null } }))
    tablet.write(decideScheduleMeasure(measureIn(tablet), { kind: 'measure-considered', body: {} }))
    office.seeAllOf(tablet)
    expect(problemsIn(office)).toEqual([
      { code: 'conflict-open', entity: measureId, field: 'schedule', finding: reference },
    ])
  })

  test('a measure removed by one and edited by another is kept and has to be settled', () => {
    const [office, tablet] = twoDevices()
    office.write(decideRemoveMeasure(measureIn(office), must(office.document.entity(measureId), measureId)))
    tablet.write(decideWordMeasure(measureIn(tablet), '書き直した措置'))
    office.seeAllOf(tablet)
    // The removal names the finding, so the problem is found there.
    expect(problemsIn(office)).toContainEqual({
      code: 'conflict-open',
      entity: measureId,
      field: 'existence',
      finding: { id: 'finding:antivirus', number: '２（１）' },
    })
  })

  test('a conflict that is not printed holds the report back too: in a header, an answer, a cause', () => {
    const [office, tablet] = twoDevices()
    for (const device of [office, tablet]) {
      const text = device === office ? '事務所' : '現場'
      const finding = must(device.audit.findings.get(antivirus), antivirus)
      const ref = { template: 'media' as TemplateId, question: 'B01' as QuestionId }
      device.write([
        ...decideWordFinding(finding, 'cause', text),
        ...decideNote(answerOf(device.audit, ref), text),
        {
          kind: 'audit-titled',
          entity: auditEntity,
          supersedes: device.audit.header.subject.dots,
          body: { subject: text },
        },
      ])
    }
    office.seeAllOf(tablet)
    expect(problemsIn(office)).toEqual([
      { code: 'conflict-open', entity: auditEntity, field: 'subject' },
      { code: 'conflict-open', entity: antivirus, field: 'cause', finding: reference },
      { code: 'conflict-open', entity: 'answer:media/B01', field: 'note' },
    ])
  })
})
