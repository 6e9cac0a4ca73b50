import { expect, test } from 'vitest'
import {
  asRepeated,
  decideLinkQuestions,
  decideLinkRepeat,
  decideRateSeverity,
  linkedQuestions,
  repeatedFinding,
  severityOf,
} from '../../../../src/domain/audit/decideLinks.ts'
import { newRemarkId } from '../../../../src/domain/audit/entityIds.ts'
import {
  decideAnswerQuestion,
  decideRemark,
  decideRemoveRemark,
  openQuestionsOf,
  remarksOf,
} from '../../../../src/domain/audit/remarks.ts'
import { must } from '../../../../src/domain/must.ts'
import type { StreamId } from '../../../../src/domain/oplog/Dot.ts'
import { aFinding, aMeasure, anIssuedFinding, doneOn, findingOf } from '../../../support/aFinding.ts'
import { anAudit, refOf, valueOf } from '../../../support/anAudit.ts'

test('a question about a finding or its measure is open until it is answered, and again once the answer is removed', () => {
  const tanaka = anAudit()
  const finding = aFinding(tanaka, 'f')
  const measure = aMeasure(tanaka, finding, doneOn('2024-03-07'))
  const [asked, answered] = [newRemarkId('q'), newRemarkId('a')]
  const open = () => openQuestionsOf(tanaka.audit, finding).map(({ id }) => id)
  tanaka.write(valueOf(decideRemark(asked, { about: measure, type: 'question', text: '時期は' })))
  expect(open()).toEqual([asked])
  expect(decideAnswerQuestion(tanaka.audit, answered, { question: asked, text: ' ' })).toMatchObject({
    error: 'text-missing',
  })
  expect(decideAnswerQuestion(tanaka.audit, answered, { question: answered, text: '９月' })).toMatchObject({
    error: 'question-missing',
  })
  tanaka.write(valueOf(decideAnswerQuestion(tanaka.audit, answered, { question: asked, text: '９月' })))
  expect([open(), remarksOf(tanaka.audit, measure).length]).toEqual([[], 2])
  tanaka.write(decideRemoveRemark(must(tanaka.document.entity(answered), 'the answer')))
  expect(open()).toEqual([asked])
})

test('questions are linked in the place of those that a finding was raised from', () => {
  const tanaka = anAudit()
  const id = aFinding(tanaka, 'f')
  const { template, question } = refOf('A02')
  expect(decideLinkQuestions(findingOf(tanaka, id), [])).toEqual([])
  tanaka.write(decideLinkQuestions(findingOf(tanaka, id), [{ template, question }]))
  expect(linkedQuestions(findingOf(tanaka, id))).toEqual([{ template, question }])
})

test('a repeat tells of the earlier finding without its audit, and severity can be taken back', () => {
  const [earlier, now] = [anAudit(), anAudit('sato')]
  const before = findingOf(earlier, anIssuedFinding(earlier))
  const id = aFinding(now, 'g')
  const repeated = asRepeated(earlier.audit, before, { stream: 'audit-0' as StreamId, language: 'ja' })
  now.write(decideLinkRepeat(findingOf(now, id), repeated))
  const told = { number: '２（１）', subject: 'fの更新', unit: '健康局', fiscalYear: 2023 }
  expect(repeatedFinding(findingOf(now, id))).toMatchObject(told)
  now.write(decideRateSeverity(findingOf(now, id), 'high'))
  expect(severityOf(findingOf(now, id))).toBe('high')
  now.write(decideRateSeverity(findingOf(now, id), null))
  expect(severityOf(findingOf(now, id))).toBeNull()
})
