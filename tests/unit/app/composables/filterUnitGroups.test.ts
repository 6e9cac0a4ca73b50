import { expect, test } from 'vitest'
import type { UnitGroup, UnitRow } from '../../../../src/app/components/unit/UnitRow.ts'
import { filterUnitGroups } from '../../../../src/app/composables/filterUnitGroups.ts'

const aRow = (key: string, state: UnitRow['state']): UnitRow => ({
  ...{ key, number: '２（１）', subject: '記録媒体の管理', demand: 'improve', state },
  ...{ due: '', isOverdue: false, to: { name: 'unit' } },
})
const aGroup = (key: string, unit: string, rows: readonly UnitRow[]): UnitGroup => ({
  ...{ key, unit, rows, reportNo: '', subject: '' },
})
const groups = [
  aGroup('a', '健康局', [aRow('1', 'returned'), aRow('2', 'verified')]),
  aGroup('b', '市民局', [aRow('3', 'returned')]),
  aGroup('c', '健康局', [aRow('4', 'draft')]),
]
const keys = (shown: readonly UnitGroup[]) => shown.map(({ key, rows }) => [key, rows.map((row) => row.key)])

test('without a filter every finding is listed under its audit', () => {
  const shown = filterUnitGroups(groups, { unit: '', state: 'all' })
  expect(keys(shown.groups)).toEqual([
    ['a', ['1', '2']],
    ['b', ['3']],
    ['c', ['4']],
  ])
  expect(shown.units).toEqual(['健康局', '市民局'])
})

test('an audit without a finding that fits is left out', () => {
  expect(keys(filterUnitGroups(groups, { unit: '健康局', state: 'returned' }).groups)).toEqual([['a', ['1']]])
})

test('the numbers beside the states are those of the chosen unit, whatever state is chosen', () => {
  const { counts } = filterUnitGroups(groups, { unit: '健康局', state: 'returned' })
  expect(counts).toEqual({ all: 3, unanswered: 0, draft: 1, submitted: 0, returned: 1, verified: 1 })
})
