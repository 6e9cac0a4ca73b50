import { expect, test } from 'vitest'
import { barOf, type OverviewTable } from '../../../../../src/app/components/overview/OverviewTable.ts'

const table: OverviewTable = {
  title: '所管所属別の指摘',
  head: '所管所属',
  columns: [
    { key: 'open', word: '措置待ち', texture: 'with-unit' },
    { key: 'done', word: '確認済', texture: 'settled' },
    { key: 'total', word: '計' },
  ],
  rows: [
    { key: 'a', name: '健康局', counts: [3, 1, 4] },
    { key: 'b', name: '市民局', counts: [0, 2, 2] },
    { key: 'c', name: '財政局', counts: [0, 0, 0] },
    { key: 'sum', name: '計', counts: [3, 3, 6], isSum: true },
  ],
}

test('the longest bar takes all the room, and each part begins where the one before it ends', () => {
  const [first, second, third] = table.rows.map((row) => barOf(table, row))
  expect(first).toEqual([
    { key: 'open', texture: 'with-unit', from: 0, size: 75 },
    { key: 'done', texture: 'settled', from: 75, size: 25 },
  ])
  expect(second).toEqual([{ key: 'done', texture: 'settled', from: 0, size: 50 }])
  expect(third).toEqual([])
})

test('a table of nothing has no bars', () => {
  const rows = [{ key: 'a', name: '健康局', counts: [0, 0, 0] }]
  expect(rows.map((row) => barOf({ ...table, rows }, row))).toEqual([[]])
})
