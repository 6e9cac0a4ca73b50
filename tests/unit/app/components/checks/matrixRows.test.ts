import { expect, test } from 'vitest'
import { matrixView, tapped } from '../../../../../src/app/components/checks/matrixRows.ts'
import { decideJudge, decideMeasureAnswer } from '../../../../../src/domain/audit/decideAnswer.ts'
import { decideCoverItem, decideReadPlan } from '../../../../../src/domain/audit/decideReadPlan.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, listItems, refOf } from '../../../../support/anAudit.ts'
import { TestDevice } from '../../../../support/TestDevice.ts'

function aPlan() {
  const tanaka = anAudit()
  const ids = listItems(tanaka, 'specification-items', ['障害管理', '障害保守', '定期点検'])
  const itemAt = (index: number) => must(ids[index], 'an item')
  return { tanaka, itemAt }
}

test('each cell is yes, no or open, and each column counts its noes', () => {
  const { tanaka, itemAt } = aPlan()
  tanaka.write(decideReadPlan(tanaka.audit, itemAt(0), ['method', 'content', 'response', 'reporting']))
  tanaka.write(decideCoverItem(tanaka.audit, itemAt(1), false))
  const { columns, rows, lacks, read, lacking } = matrixView(tanaka.audit)
  expect(columns).toEqual(['covered', 'method', 'content', 'cycle', 'response', 'reporting'])
  expect(rows.map(({ cells, present }) => [...columns.map((column) => cells[column]), present])).toEqual([
    ['yes', 'yes', 'yes', 'no', 'yes', 'yes', 4],
    ['no', 'no', 'no', 'no', 'no', 'no', 0],
    ['open', 'open', 'open', 'open', 'open', 'open', null],
  ])
  expect(lacks).toMatchObject({ covered: 1, method: 1, cycle: 2 })
  expect([read, lacking]).toEqual([2, 2])
})

test('an item that two read differently is settled before it is read on', () => {
  const { tanaka, itemAt } = aPlan()
  const sato = new TestDevice('sato')
  sato.seeAllOf(tanaka)
  const read = (device: TestDevice, present: 'method' | 'cycle') =>
    decideMeasureAnswer(answerOf(device.audit, refOf('C03', itemAt(0))), { type: 'elements', present: [present] })
  tanaka.write(read(tanaka, 'method'))
  sato.write(read(sato, 'cycle'))
  tanaka.seeAllOf(sato)
  expect(matrixView(tanaka.audit).rows.map(({ isInConflict }) => isInConflict)).toEqual([true, false, false])
})

test('an item judged in part counts as not covered; one set aside is open', () => {
  const { tanaka, itemAt } = aPlan()
  tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('C02', itemAt(0))), 'partial'))
  tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('C02', itemAt(1))), 'not-checked'))
  expect(matrixView(tanaka.audit).rows.map(({ cells }) => cells.covered)).toEqual(['no', 'open', 'open'])
})

test('a tap takes a cell on: an element is there or not, coverage can be left open again', () => {
  expect([tapped('cycle', 'open'), tapped('cycle', 'yes'), tapped('cycle', 'no')]).toEqual(['yes', 'no', 'yes'])
  expect([tapped('covered', 'open'), tapped('covered', 'yes'), tapped('covered', 'no')]).toEqual(['yes', 'no', 'open'])
})
