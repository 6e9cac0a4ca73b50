import { expect, test } from 'vitest'
import { isShown, queryOf, readDueFilter } from '../../../../../src/app/components/due/dueFilter.ts'
import type { DueRow } from '../../../../../src/app/components/due/DueRow.ts'
import { day } from '../../../../support/day.ts'

function aRow(over: Partial<DueRow>): DueRow {
  const place = { finding: null, measure: null, title: '', text: '', owner: '', audit: '', unit: '健康局', to: '/' }
  return { ...place, id: '1', on: day('2024-03-07'), type: 'measure', state: 'overdue', ...over }
}

test('the list opens with what is not done, and its address is bare then', () => {
  const filter = readDueFilter({})
  expect(queryOf(filter)).toEqual({})
  expect(isShown(aRow({}), filter)).toBe(true)
  expect(isShown(aRow({ state: 'done' }), filter)).toBe(false)
})

test('a filter reads back from the address it was written into', () => {
  const filter = { show: 'done', on: day('2024-03-07'), unit: '健康局' } as const
  expect(readDueFilter(queryOf(filter))).toEqual(filter)
  expect(isShown(aRow({ state: 'done' }), filter)).toBe(true)
  expect(isShown(aRow({ state: 'done', unit: '会計局' }), filter)).toBe(false)
  expect(isShown(aRow({ state: 'done', on: day('2024-03-08') }), filter)).toBe(false)
})

test('what stands in the address and means nothing is left out', () => {
  expect(readDueFilter({ show: 'all', on: '2024-02-30', unit: ['a', 'b'] })).toEqual(readDueFilter({}))
})
