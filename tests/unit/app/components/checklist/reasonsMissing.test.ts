import { expect, test } from 'vitest'
import { reasonsMissing } from '../../../../../src/app/components/checklist/reasonsMissing.ts'
import { decideJudge, decideNote } from '../../../../../src/domain/audit/decideAnswer.ts'
import type { Judgement } from '../../../../../src/domain/audit/auditVocabulary.ts'
import { questionPlaces } from '../../../../../src/domain/audit/progressOf.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { builtinTemplates } from '../../../../../src/domain/template/builtinTemplates.ts'
import { anAudit, listItems, refOf } from '../../../../support/anAudit.ts'

function missingAfter(judgement: Judgement, written: { reason?: string; note?: string }): readonly string[] {
  const device = anAudit()
  device.write(decideJudge(answerOf(device.audit, refOf('A04')), judgement, written.reason))
  if (written.note !== undefined) device.write(decideNote(answerOf(device.audit, refOf('A04')), written.note))
  return reasonsMissing(device.audit, questionPlaces(builtinTemplates)).map(({ question }) => question.id)
}

test('適合 needs no reason', () => {
  expect(missingAfter('conforming', {})).toEqual([])
})

test.each(['not-applicable', 'not-checked'] as const)('%s asks for a reason', (judgement) => {
  expect(missingAfter(judgement, {})).toEqual(['A04'])
  expect(missingAfter(judgement, { reason: '   ' })).toEqual(['A04'])
  expect(missingAfter(judgement, { reason: '閉域のため' })).toEqual([])
})

test.each(['nonconforming', 'partial'] as const)('%s asks for a note', (judgement) => {
  expect(missingAfter(judgement, {})).toEqual(['A04'])
  expect(missingAfter(judgement, { note: '更新の跡がない' })).toEqual([])
})

test('a question that fails by one of its items asks for a note of the question', () => {
  const device = anAudit()
  const [stick] = listItems(device, 'media', ['黒'])
  device.write(decideJudge(answerOf(device.audit, refOf('B01', stick)), 'nonconforming'))
  expect(reasonsMissing(device.audit, questionPlaces(builtinTemplates)).map(({ question }) => question.id)).toEqual([
    'B01',
  ])
})
