import { expect, test } from 'vitest'
import type { Judgement } from '../../../../src/domain/audit/auditVocabulary.ts'
import { decideJudge } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideCoverItem, decideReadPlan } from '../../../../src/domain/audit/decideReadPlan.ts'
import { planMatrix } from '../../../../src/domain/audit/planMatrix.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { must } from '../../../../src/domain/must.ts'
import { planElements, type PlanElement } from '../../../../src/domain/template/Template.ts'
import { anAudit, listItems, refOf } from '../../../support/anAudit.ts'

function aPlan() {
  const device = anAudit()
  const item = must(listItems(device, 'specification-items', ['障害管理'])[0], 'an item')
  const row = () => {
    const { covered, concrete, present } = must(planMatrix(device.audit).rows[0], 'a row')
    return { covered, concrete, present }
  }
  return {
    row,
    read: (present: readonly PlanElement[] | undefined) => device.write(decideReadPlan(device.audit, item, present)),
    cover: (isCovered: boolean | undefined) => device.write(decideCoverItem(device.audit, item, isCovered)),
    judge: (question: string, judgement: Judgement) =>
      device.write(decideJudge(answerOf(device.audit, refOf(question, item)), judgement)),
  }
}

test('[A8] an item with some elements is covered and not concrete, with all of them it conforms', () => {
  const plan = aPlan()
  plan.read(['reporting', 'method'])
  expect(plan.row()).toEqual({ covered: 'conforming', concrete: 'nonconforming', present: ['method', 'reporting'] })
  plan.read(planElements)
  expect(plan.row()).toEqual({ covered: 'conforming', concrete: 'conforming', present: planElements })
})

test('[A8] what the plan does not speak of has no element; once it is covered it is to be read', () => {
  const plan = aPlan()
  plan.cover(false)
  expect(plan.row()).toEqual({ covered: 'nonconforming', concrete: 'nonconforming', present: [] })
  plan.cover(true)
  expect(plan.row()).toEqual({ covered: 'conforming', concrete: undefined, present: undefined })
})

test('[A8] a covered item keeps what was read of it when its coverage is judged again', () => {
  const plan = aPlan()
  plan.read(['method'])
  plan.cover(undefined)
  expect(plan.row()).toEqual({ covered: undefined, concrete: 'nonconforming', present: ['method'] })
})

test('[A8] a judgement in part by a person stays while the item fails', () => {
  const plan = aPlan()
  plan.judge('C03', 'partial')
  plan.read(['method', 'cycle'])
  expect(plan.row().concrete).toBe('partial')
  plan.read(planElements)
  expect(plan.row().concrete).toBe('conforming')
})

test('a reading taken back leaves the item unread; the same reading again writes nothing', () => {
  const plan = aPlan()
  plan.read(['method'])
  expect(plan.read(['method'])).toEqual([])
  plan.read(undefined)
  expect(plan.row()).toEqual({ covered: 'conforming', concrete: undefined, present: undefined })
})
