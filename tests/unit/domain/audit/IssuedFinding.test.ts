import { expect, test } from 'vitest'
import { decideRaiseEmptyFinding } from '../../../../src/domain/audit/decideRaiseFinding.ts'
import { issueBody } from '../../../../src/domain/audit/decideIssueReport.ts'
import { decideReturnMeasures, decideSubmitMeasures } from '../../../../src/domain/audit/decideSubmit.ts'
import { decideVerifyMeasure } from '../../../../src/domain/audit/decideVerify.ts'
import { decideWithdrawFinding } from '../../../../src/domain/audit/decideFinding.ts'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import {
  auditEntity,
  newEvidenceId,
  newFindingId,
  newMeasureId,
  type FindingId,
} from '../../../../src/domain/audit/entityIds.ts'
import { decideAttachEvidence } from '../../../../src/domain/audit/evidence.ts'
import { issuedFindings } from '../../../../src/domain/audit/IssuedFinding.ts'
import {
  decideAddMeasure,
  decideScheduleMeasure,
  decideWordMeasure,
  type Schedule,
} from '../../../../src/domain/audit/measure.ts'
import { must } from '../../../../src/domain/must.ts'
import type { PersonId } from '../../../../src/domain/oplog/Dot.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { day } from '../../../support/day.ts'
import { sha256ForTests as hash } from '../../../support/sha256ForTests.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const [first, second] = [newFindingId('1'), newFindingId('2')]
const measure = newMeasureId('1')
const photo = newEvidenceId('photo')
const today = day('2024-04-01')
const done: Schedule = { kind: 'measure-completed', body: { doneOn: day('2024-03-07') } }

function anIssuedAudit(): TestDevice {
  const tanaka = anAudit()
  for (const id of [first, second]) tanaka.write(decideRaiseEmptyFinding(tanaka.audit, id))
  const { audit, state } = tanaka.document
  tanaka.write([firstDraft(auditEntity, 'report-issued', issueBody({ audit, state }))])
  return tanaka
}

/** The unit's own tablet. */
function theUnit(tanaka: TestDevice): TestDevice {
  const unit = new TestDevice('unit')
  unit.seeAllOf(tanaka)
  return unit
}

const findingOf = ({ audit }: TestDevice, id: FindingId) => must(audit.findings.get(id), id)
const measureOf = ({ audit }: TestDevice) => must(audit.measures.get(measure), measure)
const stateOf = ({ audit }: TestDevice) => must(issuedFindings(audit, hash)[0], 'the first finding').state

function submit(unit: TestDevice): void {
  unit.write(valueOf(decideSubmitMeasures(unit.audit, findingOf(unit, first), { today, hash })))
}

test('[A23] only what the report was issued with is listed, without what was withdrawn since', () => {
  const tanaka = anIssuedAudit()
  tanaka.write(decideRaiseEmptyFinding(tanaka.audit, newFindingId('later')))
  tanaka.write(valueOf(decideWithdrawFinding(findingOf(tanaka, first), '事実と異なる')))
  expect(issuedFindings(tanaka.audit, hash).map(({ finding, item }) => [finding, item])).toEqual([[second, 2]])
  expect(issuedFindings(anAudit().audit, hash)).toEqual([])
})

test('[A23] goes from unanswered over draft, submitted and returned to verified, and back to draft by a change', () => {
  const tanaka = anIssuedAudit()
  const unit = theUnit(tanaka)
  expect(stateOf(unit)).toBe('unanswered')

  unit.write(decideAddMeasure(unit.audit, first, { id: measure, type: 'correction', text: '登録した。' }))
  unit.write(decideScheduleMeasure(measureOf(unit), done))
  expect(stateOf(unit)).toBe('draft')
  submit(unit)
  expect(stateOf(unit)).toBe('submitted')

  tanaka.seeAllOf(unit)
  tanaka.write(valueOf(decideReturnMeasures(findingOf(tanaka, first), '証拠がない')))
  expect(stateOf(tanaka)).toBe('returned')
  unit.seeAllOf(tanaka)
  unit.write(
    decideAttachEvidence(photo, {
      ...{ supports: measure, sha256: hash('photo'), size: 1, mediaType: 'image/jpeg' },
      ...{ name: 'photo.jpg', capturedAt: null },
    }),
  )
  submit(unit)
  expect(stateOf(unit)).toBe('submitted')

  tanaka.seeAllOf(unit)
  const wish = { by: 'person-tanaka' as PersonId, method: '閲覧', evidence: [photo], today, hash }
  tanaka.write(valueOf(decideVerifyMeasure(tanaka.audit, measureOf(tanaka), wish)))
  expect(stateOf(tanaka)).toBe('verified')

  unit.seeAllOf(tanaka)
  unit.write(decideWordMeasure(measureOf(unit), '台帳へ登録した。'))
  expect(stateOf(unit)).toBe('draft')
})

test('the nearest planned day is what is due', () => {
  const tanaka = anIssuedAudit()
  for (const [id, on] of [
    ['a', '2024-06-30'],
    ['b', '2024-05-31'],
  ] as const) {
    const added = newMeasureId(id)
    tanaka.write(decideAddMeasure(tanaka.audit, first, { id: added, type: 'mechanism', text: '' }))
    const planned: Schedule = { kind: 'measure-planned', body: { plannedOn: day(on) } }
    tanaka.write(decideScheduleMeasure(must(tanaka.audit.measures.get(added), id), planned))
  }
  expect(issuedFindings(tanaka.audit, hash).map(({ plannedOn }) => plannedOn)).toEqual(['2024-05-31', null])
})
