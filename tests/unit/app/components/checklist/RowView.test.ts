import { expect, test } from 'vitest'
import { itemTally, rowView } from '../../../../../src/app/components/checklist/RowView.ts'
import { decideClearJudgement, decideJudge } from '../../../../../src/domain/audit/decideAnswer.ts'
import type { AnswerRef } from '../../../../../src/domain/audit/entityIds.ts'
import type { Judgement } from '../../../../../src/domain/audit/auditVocabulary.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { anAudit, listItems, placeOf, refOf } from '../../../../support/anAudit.ts'
import { TestDevice } from '../../../../support/TestDevice.ts'

function judge(device: TestDevice, ref: AnswerRef, judgement: Judgement): void {
  device.write(decideJudge(answerOf(device.audit, ref), judgement))
}

test('a question asked once is judged as a whole', () => {
  const device = anAudit()
  judge(device, refOf('A04'), 'partial')
  expect(rowView(device.audit, placeOf('A04'), 'ja')).toMatchObject({
    id: 'A04',
    state: 'judged',
    judgement: 'partial',
    tally: null,
  })
})

test('a question over a roster without items can be judged as a whole', () => {
  const device = anAudit()
  expect(rowView(device.audit, placeOf('B01'), 'ja')).toMatchObject({ state: 'unanswered', tally: null })
})

test('five sticks of which four are unregistered are tallied', () => {
  const device = anAudit()
  const sticks = listItems(device, 'media', ['白', '黒', '黒', '青', '青'])
  sticks.forEach((item, index) => judge(device, refOf('B01', item), index === 0 ? 'conforming' : 'nonconforming'))
  expect(itemTally(device.audit, placeOf('B01'))).toEqual({
    roster: 'media',
    asked: 5,
    answered: 5,
    ok: 1,
    part: 0,
    ng: 4,
    failing: 4,
  })
})

test('a judgement of the whole takes the place of the tally until it is cleared', () => {
  const device = anAudit()
  listItems(device, 'media', ['白'])
  judge(device, refOf('B12'), 'not-applicable')
  expect(itemTally(device.audit, placeOf('B12'))).toBeNull()
  device.write(decideClearJudgement(answerOf(device.audit, refOf('B12'))))
  expect(itemTally(device.audit, placeOf('B12'))).toMatchObject({ asked: 1, answered: 0 })
})

test('two judgements made apart show as a conflict and prefer neither', () => {
  const [tanaka, sato] = [anAudit('tanaka'), new TestDevice('sato')]
  sato.seeAllOf(tanaka)
  judge(tanaka, refOf('A04'), 'conforming')
  judge(sato, refOf('A04'), 'nonconforming')
  tanaka.seeAllOf(sato)
  expect(rowView(tanaka.audit, placeOf('A04'), 'ja')).toMatchObject({ state: 'conflict', judgement: null })
})
