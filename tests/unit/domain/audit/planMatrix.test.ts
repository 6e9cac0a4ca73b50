import { expect, test } from 'vitest'
import { decideJudge, decideMeasureAnswer } from '../../../../src/domain/audit/decideAnswer.ts'
import { draftFinding, questionsDraftedTogether } from '../../../../src/domain/audit/draftFinding.ts'
import { planMatrix } from '../../../../src/domain/audit/planMatrix.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { planElements, type PlanElement } from '../../../../src/domain/template/Template.ts'
import { anAudit, listItems, placeOf, refOf } from '../../../support/anAudit.ts'
import { day } from '../../../support/day.ts'

function aPlan() {
  const tanaka = anAudit()
  const items = listItems(tanaka, 'specification-items', ['障害管理', '障害保守', '定期点検', '報告'])
  const judge = (question: string, index: number, judgement: 'conforming' | 'nonconforming') =>
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf(question, items[index])), judgement))
  const read = (index: number, present: readonly PlanElement[]) =>
    tanaka.write(decideMeasureAnswer(answerOf(tanaka.audit, refOf('C03', items[index])), { type: 'elements', present }))
  judge('C02', 0, 'nonconforming')
  read(0, [])
  judge('C02', 1, 'conforming')
  judge('C03', 1, 'nonconforming')
  read(1, ['content', 'method', 'response', 'reporting'])
  judge('C02', 2, 'conforming')
  judge('C03', 2, 'conforming')
  read(2, planElements)
  return tanaka
}

test('a specification item shows whether the plan covers it and which elements it lacks; unread is not lacking', () => {
  const { columns, rows, read, lacking } = planMatrix(aPlan().audit)
  expect(columns).toEqual(['method', 'content', 'cycle', 'response', 'reporting'])
  expect(rows.map(({ covered, concrete, missing }) => [covered, concrete, missing.length])).toEqual([
    ['nonconforming', undefined, 5],
    ['conforming', 'nonconforming', 1],
    ['conforming', 'conforming', 0],
    [undefined, undefined, 0],
  ])
  expect([read, lacking]).toEqual([3, 2])
})

test('a finding of both questions counts an item that either fails, and names what failing items lack', () => {
  const tanaka = aPlan()
  const places = questionsDraftedTogether(placeOf('C02'), tanaka.audit)
  const drafted = draftFinding(places, { audit: tanaka.audit, language: 'ja', today: day('2023-10-24') })
  expect(drafted.conditions).toContain('４項目のうち２項目（specification-items-1、specification-items-2）')
  expect(drafted.conditions).toContain('実施方法、内容、実施サイクル、対応策、報告の記載がなかった')
})
