import { describe, expect, test } from 'vitest'
import { decideDescribeAudit } from '../../../../src/domain/audit/decideDescribeAudit.ts'
import { decideIntroduce } from '../../../../src/domain/audit/decideIntroduce.ts'
import {
  decideReturnMeasures,
  decideSubmitMeasures,
  submissionObstacles,
} from '../../../../src/domain/audit/decideSubmit.ts'
import {
  decideOwnMeasure,
  decideReturnMeasure,
  decideVerifyMeasure,
} from '../../../../src/domain/audit/decideVerify.ts'
import { newEvidenceId, newMeasureId, type FindingId, type MeasureId } from '../../../../src/domain/audit/entityIds.ts'
import { decideAttachEvidence, decideRemoveEvidence } from '../../../../src/domain/audit/evidence.ts'
import { findingStageOf } from '../../../../src/domain/audit/findingStage.ts'
import {
  decideAddMeasure,
  decideScheduleMeasure,
  decideWordMeasure,
  type Schedule,
} from '../../../../src/domain/audit/measure.ts'
import { submissionOf } from '../../../../src/domain/audit/submission.ts'
import { verificationOf } from '../../../../src/domain/audit/verification.ts'
import { must } from '../../../../src/domain/must.ts'
import type { PersonId } from '../../../../src/domain/oplog/Dot.ts'
import { aMeasure, anIssuedFinding, doneOn, findingOf, hash, measureOf, plannedOn } from '../../../support/aFinding.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { day } from '../../../support/day.ts'
import { sha256ForTests } from '../../../support/sha256ForTests.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const today = day('2024-04-30')
const proof = newEvidenceId('e')

/** Tanaka audits; the unit's Sato answers. */
function answered(schedule = doneOn('2024-03-07')) {
  const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
  const finding = anIssuedFinding(tanaka)
  sato.seeAllOf(tanaka)
  const measure = aMeasure(sato, finding, schedule)
  tanaka.seeAllOf(sato)
  return { tanaka, sato, finding, measure }
}

function attach(by: TestDevice, measure: MeasureId): void {
  const file = {
    supports: measure,
    sha256: sha256ForTests('x'),
    size: 1,
    mediaType: 'image/png',
    name: '',
    capturedAt: null,
  }
  by.write(decideAttachEvidence(proof, file))
}

/** A day on which nothing but the notice speaks against the schedules below. */
const todayOf = ({ kind }: Schedule) => day(kind === 'measure-planned' ? '2024-04-22' : '2024-04-23')

const submit = (by: TestDevice, finding: FindingId) =>
  decideSubmitMeasures(by.audit, findingOf(by, finding), { today, hash })
const submission = (by: TestDevice, finding: FindingId) => submissionOf(by.audit, findingOf(by, finding), hash)
const verify = (by: TestDevice, measure: MeasureId, over: object = {}) =>
  decideVerifyMeasure(by.audit, measureOf(by, measure), {
    ...{ by: 'person-tanaka' as PersonId, method: '現物を確認', evidence: [proof], today, hash },
    ...over,
  })
const verification = (by: TestDevice, measure: MeasureId) => verificationOf(by.audit, measureOf(by, measure), hash)
const stage = (by: TestDevice, finding: FindingId) => findingStageOf(by.audit, findingOf(by, finding), hash)

describe('submitting measures', () => {
  test('[A15] hands in what the measures say now, and an edit shows', () => {
    const { sato, finding, measure } = answered()
    sato.write(valueOf(submit(sato, finding)))
    expect(submission(sato, finding)).toMatchObject({ state: 'submitted', acted: { by: 'person-sato' } })
    sato.write(decideWordMeasure(measureOf(sato, measure), '全台を更新した。'))
    expect(submission(sato, finding).state).toBe('changed-since')
    sato.write(valueOf(submit(sato, finding)))
    expect(submission(sato, finding).state).toBe('submitted')
  })

  test('[A15] they are returned with a reason, and the finding is reported again', () => {
    const { tanaka, sato, finding } = answered()
    sato.write(valueOf(submit(sato, finding)))
    tanaka.seeAllOf(sato)
    expect(stage(tanaka, finding)).toBe('done')
    tanaka.write(valueOf(decideReturnMeasures(findingOf(tanaka, finding), '時期が分からない')))
    expect(submission(tanaka, finding)).toMatchObject({ state: 'returned', reason: '時期が分からない' })
    expect(stage(tanaka, finding)).toBe('reported')
  })

  test('[A15] without measures there is nothing to hand in', () => {
    const tanaka = anAudit()
    expect(submit(tanaka, anIssuedFinding(tanaka))).toEqual({ ok: false, error: 'measures-missing' })
  })

  test.each([
    ['date-missing', { kind: 'measure-completed', body: { doneOn: null } }],
    ['date-missing', { kind: 'measure-planned', body: { plannedOn: null } }],
    ['done-after-today', doneOn('2024-05-01')],
    ['planned-before-today', plannedOn('2024-04-29')],
  ] as const)('[A14] is refused with %s', (error, schedule) => {
    const { sato, finding, measure } = answered(schedule)
    expect(submit(sato, finding)).toEqual({ ok: false, error })
    expect(submissionObstacles(sato.audit, findingOf(sato, finding), today)).toEqual([{ code: error, measure }])
  })

  test('[A15] is refused without words or without a schedule', () => {
    const { sato, finding, measure } = answered()
    const second = newMeasureId('n')
    sato.write(decideAddMeasure(sato.audit, finding, { id: second, type: 'mechanism', text: '手順を定めた。' }))
    expect(submit(sato, finding)).toEqual({ ok: false, error: 'schedule-missing' })
    sato.write(decideWordMeasure(measureOf(sato, measure), ' '))
    expect(submit(sato, finding)).toEqual({ ok: false, error: 'text-missing' })
  })

  test.each([
    [doneOn('2024-04-23'), 'reported', 'done-after-notice'],
    [doneOn('2024-04-22'), 'done', undefined],
    [plannedOn('2024-04-22'), 'reported', 'planned-before-notice'],
    [plannedOn('2024-04-23'), 'planned', undefined],
  ] as const)('[A14] %j against a notice of 令和６年４月22日 leaves the finding %s', (schedule, expected, code) => {
    const { tanaka, finding } = answered(schedule)
    tanaka.write(valueOf(decideDescribeAudit(tanaka.audit.header, { noticeOn: day('2024-04-22') })))
    expect(stage(tanaka, finding)).toBe(expected)
    const obstacles = submissionObstacles(tanaka.audit, findingOf(tanaka, finding), todayOf(schedule))
    expect(obstacles.map((each) => each.code)).toEqual(code === undefined ? [] : [code])
  })
})

describe('verifying a measure', () => {
  test('[A16] another person verifies with evidence, and an edit or the loss of the evidence shows', () => {
    const { tanaka, sato, finding, measure } = answered()
    attach(tanaka, measure)
    tanaka.write(valueOf(verify(tanaka, measure)))
    expect(verification(tanaka, measure)).toMatchObject({ state: 'verified', method: '現物を確認', evidence: [proof] })
    expect(stage(tanaka, finding)).toBe('verified')
    sato.seeAllOf(tanaka)
    sato.write(decideScheduleMeasure(measureOf(sato, measure), doneOn('2024-03-08')))
    expect([verification(sato, measure).state, stage(sato, finding)]).toEqual(['changed-since', 'done'])
    tanaka.write(decideRemoveEvidence(must(tanaka.document.entity(proof), 'the evidence')))
    expect(verification(tanaka, measure).state).toBe('changed-since')
  })

  test('[A16] nobody verifies what they wrote, handed in or own by name', () => {
    const { tanaka, sato, finding, measure } = answered()
    attach(tanaka, measure)
    const own = { ok: false, error: 'own-measure' }
    expect(verify(tanaka, measure, { by: 'person-sato' as PersonId })).toEqual(own)
    tanaka.write(valueOf(submit(tanaka, finding)))
    expect(verify(tanaka, measure)).toEqual(own)
    sato.seeAllOf(tanaka)
    sato.write(valueOf(decideReturnMeasures(findingOf(sato, finding), '出し直し')))
    tanaka.seeAllOf(sato)
    expect(verify(tanaka, measure).ok).toBe(true)
    tanaka.write(decideIntroduce(tanaka.document.state, { id: 'person-tanaka' as PersonId, name: '監査　花子' }))
    tanaka.write(decideOwnMeasure(measureOf(tanaka, measure), '監査　花子'))
    expect(verify(tanaka, measure)).toEqual(own)
  })

  test('[A16] a verification by its own owner, however it came into the log, does not count', () => {
    const { sato, measure } = answered()
    attach(sato, measure)
    const [draft] = valueOf(verify(sato, measure))
    sato.write([must(draft, 'a verification')])
    expect(verification(sato, measure).state).toBe('open')
  })

  test.each([
    ['evidence-missing', { evidence: [] }],
    ['evidence-missing', { evidence: [newEvidenceId('unknown')] }],
    ['method-missing', { method: ' ' }],
  ] as const)('[A16] is refused with %s', (error, over) => {
    const { tanaka, measure } = answered()
    attach(tanaka, measure)
    expect(verify(tanaka, measure, over)).toEqual({ ok: false, error })
  })

  test('[A16] what is only planned cannot be verified, and a measure is returned with a reason', () => {
    const { tanaka, measure } = answered(plannedOn('2024-09-30'))
    attach(tanaka, measure)
    expect(verify(tanaka, measure)).toEqual({ ok: false, error: 'not-done' })
    expect(decideReturnMeasure(measureOf(tanaka, measure), '')).toEqual({ ok: false, error: 'reason-missing' })
    tanaka.write(valueOf(decideReturnMeasure(measureOf(tanaka, measure), '証拠が足りない')))
    expect(verification(tanaka, measure)).toMatchObject({ state: 'returned', reason: '証拠が足りない' })
  })
})
