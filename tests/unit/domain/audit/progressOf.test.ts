import { describe, expect, test } from 'vitest'
import { decideClearJudgement, decideJudge } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideOpenAudit } from '../../../../src/domain/audit/decideOpenAudit.ts'
import { parseAuditSummary } from '../../../../src/domain/audit/AuditSummary.ts'
import { nextUnanswered, progressOf } from '../../../../src/domain/audit/progressOf.ts'
import { pinnedTemplates } from '../../../../src/domain/audit/pinnedTemplates.ts'
import { answerOf, questionStatus } from '../../../../src/domain/audit/questionStatus.ts'
import { summariseAudit } from '../../../../src/domain/audit/summariseAudit.ts'
import { anAudit, listItems, placeOf, refOf } from '../../../support/anAudit.ts'
import { sha256ForTests } from '../../../support/sha256ForTests.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const judge = (device: TestDevice, question: string, judgement: Parameters<typeof decideJudge>[1]) =>
  device.write(decideJudge(answerOf(device.audit, refOf(question)), judgement))
const status = (device: TestDevice, question: string) =>
  questionStatus(device.audit, placeOf(question).template.id, placeOf(question).question)

describe('progress', () => {
  test('counts 47 questions, none answered at first', () => {
    const tanaka = anAudit()
    expect(progressOf(tanaka.audit, pinnedTemplates(tanaka.audit))).toMatchObject({
      total: 47,
      answered: 0,
      unanswered: 47,
    })
  })

  test('a question asked of every item is answered when all items are, and stands as the worst of them', () => {
    const tanaka = anAudit()
    const [first, second] = listItems(tanaka, 'machines', ['端末1', '端末2'])
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A01', first)), 'conforming'))
    expect(status(tanaka, 'A01')).toEqual({ state: 'unanswered', answered: 1, asked: 2 })
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A01', second)), 'partial'))
    expect(status(tanaka, 'A01')).toEqual({ state: 'judged', judgement: 'partial' })
  })

  test('a question asked of every item can be judged as a whole where there is no item', () => {
    const tanaka = anAudit()
    expect(status(tanaka, 'A01')).toEqual({ state: 'unanswered', answered: 0, asked: 1 })
    judge(tanaka, 'A01', 'not-applicable')
    expect(status(tanaka, 'A01')).toEqual({ state: 'judged', judgement: 'not-applicable' })
  })

  test('two different judgements count as a conflict and not as answered', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    sato.seeAllOf(tanaka)
    judge(tanaka, 'A04', 'conforming')
    judge(sato, 'A04', 'nonconforming')
    tanaka.seeAllOf(sato)
    expect(progressOf(tanaka.audit, pinnedTemplates(tanaka.audit))).toMatchObject({
      answered: 0,
      unanswered: 46,
      conflicts: 1,
    })
  })

  test('the next unanswered question follows the one at hand and begins anew at the top', () => {
    const tanaka = anAudit()
    const templates = pinnedTemplates(tanaka.audit)
    judge(tanaka, 'A05', 'conforming')
    expect(nextUnanswered(tanaka.audit, templates, placeOf('A04').question)?.question.id).toBe('A06')
    expect(nextUnanswered(tanaka.audit, templates, placeOf('C16').question)?.question.id).toBe('A01')
  })

  test('a judgement taken back makes the question unanswered again', () => {
    const tanaka = anAudit()
    judge(tanaka, 'A04', 'conforming')
    tanaka.write(decideClearJudgement(answerOf(tanaka.audit, refOf('A04'))))
    expect(status(tanaka, 'A04').state).toBe('unanswered')
  })
})

describe('the summary of an audit', () => {
  test('survives being kept as JSON', () => {
    const tanaka = anAudit()
    judge(tanaka, 'A04', 'nonconforming')
    const summary = summariseAudit(tanaka.document, sha256ForTests)
    expect(parseAuditSummary(JSON.parse(JSON.stringify(summary)))).toEqual(summary)
    expect(summary).toMatchObject({ unit: '健康局', state: 'fieldwork', next: { question: 'A01' } })
  })
})

describe('opening an audit', () => {
  const wish = { subject: 'x', unit: 'y', reportNo: '', chapter: 2, templates: [], team: [], visitOn: null }

  test.each([
    ['unit-missing', { ...wish, unit: '　' }],
    ['subject-missing', { ...wish, subject: ' ' }],
    ['checklist-missing', wish],
  ])('is refused with %s', (code, refused) => {
    expect(decideOpenAudit(refused)).toEqual({ ok: false, error: code })
  })
})
