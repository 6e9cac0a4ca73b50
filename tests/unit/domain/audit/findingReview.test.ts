import { describe, expect, test } from 'vitest'
import { decideConfirmFacts, type FactConfirmation } from '../../../../src/domain/audit/decideConfirmFacts.ts'
import { findingContentHash } from '../../../../src/domain/audit/contentHash.ts'
import { decideWithdrawFinding, decideWordFinding } from '../../../../src/domain/audit/decideFinding.ts'
import { decideApproveFinding, decideSendBackFinding } from '../../../../src/domain/audit/decideReview.ts'
import { rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { newSignatureId, type FindingId } from '../../../../src/domain/audit/entityIds.ts'
import { factCheckOf } from '../../../../src/domain/audit/factCheck.ts'
import { fitStrokes } from '../../../../src/domain/audit/fitStrokes.ts'
import { findingStageOf } from '../../../../src/domain/audit/findingStage.ts'
import { listConflicts } from '../../../../src/domain/audit/listConflicts.ts'
import { auditKinds } from '../../../../src/domain/audit/auditKinds.ts'
import { reviewOf } from '../../../../src/domain/audit/review.ts'
import { aFinding, approve, findingOf, hash } from '../../../support/aFinding.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const review = (by: TestDevice, id: FindingId) => reviewOf(by.audit, findingOf(by, id), hash)
const facts = (by: TestDevice, id: FindingId) => factCheckOf(by.audit, findingOf(by, id), hash)
const stage = (by: TestDevice, id: FindingId) => findingStageOf(by.audit, findingOf(by, id), hash)
const word = (by: TestDevice, id: FindingId, text: string) =>
  by.write(decideWordFinding(findingOf(by, id), 'conditions', text))

function wish(finding: FindingId, over: Partial<FactConfirmation> = {}): FactConfirmation {
  const outcomes = [{ finding, outcome: 'agreed', objection: '' }] as const
  const signed = { name: '健康　一郎', position: '課長', strokes: [[10, 20, 30, 40]] }
  return { signature: newSignatureId('s'), ...signed, outcomes, ...over }
}
const confirm = (by: TestDevice, id: FindingId, over: Partial<FactConfirmation> = {}) =>
  by.write(valueOf(decideConfirmFacts(by.audit, wish(id, over), hash)))
const objecting = (finding: FindingId) => [{ finding, outcome: 'objected', objection: '３台である' }] as const

describe('review', () => {
  test('[A12] an approval holds for the words it was given for, and no others', () => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    expect(review(tanaka, id).state).toBe('open')
    approve(tanaka, id)
    expect(review(tanaka, id)).toMatchObject({ state: 'approved', acted: { by: 'person-tanaka' } })
    word(tanaka, id, '５台のうち３台')
    expect(review(tanaka, id).state).toBe('changed-since')
    word(tanaka, id, '５台のうち２台が更新されていなかった。')
    expect(review(tanaka, id).state).toBe('approved')
  })

  test('[A12] a finding is sent back with a reason, and approved again', () => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    approve(tanaka, id)
    expect(decideSendBackFinding(findingOf(tanaka, id), ' ')).toEqual({ ok: false, error: 'reason-missing' })
    tanaka.write(valueOf(decideSendBackFinding(findingOf(tanaka, id), '台数を確かめること')))
    expect(review(tanaka, id)).toMatchObject({ state: 'sent-back', reason: '台数を確かめること' })
    approve(tanaka, id)
    expect(review(tanaka, id).state).toBe('approved')
  })

  test('[A12] nothing is approved in conflict, without words, or withdrawn', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    const id = aFinding(tanaka, 'f')
    sato.seeAllOf(tanaka)
    word(tanaka, id, '一')
    word(sato, id, '二')
    tanaka.seeAllOf(sato)
    const refusal = (by: TestDevice) => decideApproveFinding(by.audit, findingOf(by, id), hash)
    expect(refusal(tanaka)).toEqual({ ok: false, error: 'in-conflict' })
    word(tanaka, id, '　')
    expect(refusal(tanaka)).toEqual({ ok: false, error: 'text-missing' })
    tanaka.write(valueOf(decideWithdrawFinding(findingOf(tanaka, id), '重複')))
    expect(refusal(tanaka)).toEqual({ ok: false, error: 'withdrawn' })
  })

  test('[A12] two who approve agree; one who approves and one who sends back do not', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    const [first, second] = [aFinding(tanaka, 'f'), aFinding(tanaka, 'g')]
    sato.seeAllOf(tanaka)
    for (const each of [tanaka, sato]) approve(each, first)
    approve(tanaka, second)
    sato.write(valueOf(decideSendBackFinding(findingOf(sato, second), '理由')))
    tanaka.seeAllOf(sato)
    expect([review(tanaka, first).state, review(tanaka, second).state]).toEqual(['approved', 'in-conflict'])
    expect(listConflicts(tanaka.document.state).map(({ entity, name }) => [entity, name])).toEqual([[second, 'review']])
  })

  test('[A21] no approval, signature or submission can be taken back by undo', () => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    const drafts = [
      ...valueOf(decideApproveFinding(tanaka.audit, findingOf(tanaka, id), hash)),
      ...valueOf(decideConfirmFacts(tanaka.audit, wish(id), hash)),
    ]
    for (const draft of drafts) expect(rememberEarlier(tanaka.document.state, [draft])).toBeUndefined()
  })
})

describe('fact confirmation', () => {
  test('[A13] the unit signs for the words it has read, and an edit voids that visibly', () => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    expect([facts(tanaka, id).state, stage(tanaka, id)]).toEqual(['open', 'draft'])
    confirm(tanaka, id)
    const confirmed = { name: '健康　一郎', position: '課長', strokes: [[10, 20, 30, 40]], outcome: 'agreed' }
    expect(facts(tanaka, id)).toMatchObject({ ...confirmed, state: 'agreed' })
    expect(stage(tanaka, id)).toBe('fact-check')
    word(tanaka, id, '５台のうち３台')
    expect(facts(tanaka, id)).toMatchObject({ ...confirmed, state: 'voided' })
  })

  test('[A12] [A13] an objection asks for another approval, which upholds it', () => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    approve(tanaka, id)
    expect(stage(tanaka, id)).toBe('final')
    confirm(tanaka, id, { outcomes: objecting(id) })
    expect([facts(tanaka, id).state, review(tanaka, id).state]).toEqual(['objected', 'changed-since'])
    expect(facts(tanaka, id).objection).toBe('３台である')
    approve(tanaka, id)
    expect([review(tanaka, id).state, stage(tanaka, id)]).toEqual(['approved', 'final'])
  })

  test('[A13] one signature stands under several findings', () => {
    const tanaka = anAudit()
    const [first, second] = [aFinding(tanaka, 'f'), aFinding(tanaka, 'g')]
    const outcomes = [{ finding: first, outcome: 'agreed', objection: '' } as const, ...objecting(second)]
    confirm(tanaka, first, { outcomes })
    expect(tanaka.audit.signatures.size).toBe(1)
    expect([facts(tanaka, first).state, facts(tanaka, second).state]).toEqual(['agreed', 'objected'])
  })

  test.each([
    ['nothing-confirmed', { outcomes: [] }],
    ['name-missing', { name: '　' }],
    ['signature-missing', { strokes: [[]] }],
    ['finding-missing', { outcomes: [{ finding: 'finding:x' as FindingId, outcome: 'agreed', objection: '' }] }],
    ['objection-missing', { outcomes: [{ finding: 'finding:f' as FindingId, outcome: 'objected', objection: ' ' }] }],
  ] as const)('[A13] is refused with %s', (error, over) => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    expect(decideConfirmFacts(tanaka.audit, wish(id, over), hash)).toEqual({ ok: false, error })
  })

  test('[A13] takes the typed name for a signature only where that was chosen', () => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    const decided = decideConfirmFacts(tanaka.audit, wish(id, { strokes: [], isTyped: true }), hash)
    expect(decided.ok && decided.value.map(({ kind }) => kind)).toEqual(['fact-signed', 'fact-confirmed'])
  })

  test('[A13] a signature of any length fits into one operation', () => {
    const long = Array.from({ length: 400 }, (_, stroke) =>
      Array.from({ length: 3_000 }, (__, index) => (stroke + index * 7.3) % 1_200),
    )
    const body = { name: '健康　一郎', position: '', strokes: fitStrokes(long) }
    expect(auditKinds['fact-signed'].parse(body)).toEqual(body)
    expect(JSON.stringify(body).length).toBeLessThan(100_000)
    expect(fitStrokes([[1, 2, 3]])).toEqual([[1, 2]])
  })

  test('[A13] the hash of a finding is the same in every release', () => {
    const tanaka = anAudit()
    expect(findingContentHash(tanaka.audit, findingOf(tanaka, aFinding(tanaka, 'f')), hash)).toBe(
      'zTqEexUNLe636DttQ4l_h3Svg-o0EVyfW5sFCXSBHjs',
    )
  })
})
