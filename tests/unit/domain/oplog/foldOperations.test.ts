import { describe, expect, test } from 'vitest'
import { decideJudge, decideNote } from '../../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { listConflicts } from '../../../../src/domain/audit/listConflicts.ts'
import { decideSettle } from '../../../../src/domain/audit/decideSettle.ts'
import type { AnswerRef } from '../../../../src/domain/audit/entityIds.ts'
import type { EntityId } from '../../../../src/domain/oplog/Dot.ts'
import { isInConflict } from '../../../../src/domain/oplog/Register.ts'
import type { QuestionId, TemplateId } from '../../../../src/domain/template/Template.ts'
import { TestDevice } from '../../../support/TestDevice.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'

const a02: AnswerRef = { template: 'antivirus' as TemplateId, question: 'A02' as QuestionId }
const judge = (device: TestDevice, judgement: 'conforming' | 'nonconforming' | 'partial') =>
  device.write(decideJudge(answerOf(device.audit, a02), judgement))
const judgementsOf = (device: TestDevice) =>
  answerOf(device.audit, a02).judgement.values.map(
    ({ content }) => content.kind === 'answer-judged' && content.body.judgement,
  )

describe('folding', () => {
  test('[M4] an edit replaces what its author saw', () => {
    const tanaka = new TestDevice('tanaka')
    judge(tanaka, 'conforming')
    judge(tanaka, 'nonconforming')
    expect(judgementsOf(tanaka)).toEqual(['nonconforming'])
  })

  test('[M7] two different judgements made offline are both kept', () => {
    const [tanaka, sato] = [new TestDevice('tanaka'), new TestDevice('sato')]
    judge(tanaka, 'conforming')
    judge(sato, 'nonconforming')
    tanaka.seeAllOf(sato)
    sato.seeAllOf(tanaka)
    expect(judgementsOf(tanaka)).toEqual(['nonconforming', 'conforming'])
    expect(stateSnapshot(tanaka.document.state)).toEqual(stateSnapshot(sato.document.state))
  })

  test('[M7] the same judgement made twice is one value and no conflict', () => {
    const [tanaka, sato] = [new TestDevice('tanaka'), new TestDevice('sato')]
    judge(tanaka, 'partial')
    judge(sato, 'partial')
    tanaka.seeAllOf(sato)
    expect(isInConflict(answerOf(tanaka.audit, a02).judgement)).toBe(false)
    expect(answerOf(tanaka.audit, a02).judgement.values[0]?.dots).toEqual(['sato:1', 'tanaka:1'])
  })

  test('[M7] different registers of one answer merge silently', () => {
    const [tanaka, sato] = [new TestDevice('tanaka'), new TestDevice('sato')]
    judge(tanaka, 'nonconforming')
    sato.write(decideNote(answerOf(sato.audit, a02), '令和４年から更新なし'))
    tanaka.seeAllOf(sato)
    expect(listConflicts(tanaka.document.state)).toEqual([])
  })

  test('[M7] a settlement ends the conflict on every device and is refused once it is over', () => {
    const [tanaka, sato] = [new TestDevice('tanaka'), new TestDevice('sato')]
    judge(tanaka, 'conforming')
    judge(sato, 'nonconforming')
    tanaka.seeAllOf(sato)
    sato.seeAllOf(tanaka)
    const answer = answerOf(tanaka.audit, a02)
    const settled = decideSettle(answer.id, answer.judgement, {
      kind: 'answer-judged',
      body: { judgement: 'nonconforming', reason: '' },
    })
    if (!settled.ok) throw new Error(settled.error)
    tanaka.write(settled.value)
    sato.seeAllOf(tanaka)
    expect(judgementsOf(sato)).toEqual(['nonconforming'])
    const after = answerOf(sato.audit, a02)
    expect(decideSettle(after.id, after.judgement, { kind: 'answer-cleared', body: {} })).toEqual({
      ok: false,
      error: 'already-settled',
    })
  })

  test('[M5] an operation that arrives after its successor never becomes current', () => {
    const [tanaka, reader] = [new TestDevice('tanaka'), new TestDevice('reader')]
    judge(tanaka, 'conforming')
    judge(tanaka, 'nonconforming')
    reader.see([...tanaka.written].reverse())
    expect(judgementsOf(reader)).toEqual(['nonconforming'])
  })

  test('[M4] an operation cannot supersede values of another entity', () => {
    const [tanaka, mallory] = [new TestDevice('tanaka'), new TestDevice('mallory')]
    const [judged] = judge(tanaka, 'nonconforming')
    mallory.write([
      {
        kind: 'audit-titled',
        entity: 'audit' as EntityId,
        supersedes: judged ? [judged.dot] : [],
        body: { subject: 'x' },
      },
    ])
    tanaka.seeAllOf(mallory)
    expect(judgementsOf(tanaka)).toEqual(['nonconforming'])
  })

  test.each([
    ['an unknown kind', { kind: 'answer-weighed', body: {} }],
    ['an unreadable body', { kind: 'answer-judged', body: { judgement: 'splendid', reason: '' } }],
    ['a kind of another entity', { kind: 'audit-titled', body: { subject: 'x' } }],
    ['a kind named like an object member', { kind: 'to-string', body: {} }],
  ])('[M9] %s is kept as opaque and supersedes nothing', (_, foreign) => {
    const [tanaka, newer] = [new TestDevice('tanaka'), new TestDevice('newer')]
    const [judged] = judge(tanaka, 'conforming')
    const entity = answerOf(tanaka.audit, a02).id
    newer.write([{ ...foreign, entity, supersedes: judged ? [judged.dot] : [] }])
    tanaka.seeAllOf(newer)
    expect(judgementsOf(tanaka)).toEqual(['conforming'])
    expect([...tanaka.document.state.opaque.keys()]).toEqual(['newer:1'])
  })

  test('tapping the chosen answer again records nothing', () => {
    const tanaka = new TestDevice('tanaka')
    judge(tanaka, 'conforming')
    expect(judge(tanaka, 'conforming')).toEqual([])
  })
})
