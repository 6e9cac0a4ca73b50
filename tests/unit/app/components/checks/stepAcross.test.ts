import { expect, test } from 'vitest'
import { stepAcross, type CellPlace } from '../../../../../src/app/components/checks/stepAcross.ts'

const step = (key: string, row: number, column: number, hasCell: (place: CellPlace) => boolean = () => true) =>
  stepAcross(key, { row, column }, { rows: 3, columns: 4 }, hasCell)

test('the arrows go to the cell beside, above and below, and stop at the edges', () => {
  expect(step('ArrowRight', 1, 1)).toEqual({ row: 1, column: 2 })
  expect(step('ArrowLeft', 1, 0)).toEqual({ row: 1, column: 0 })
  expect(step('ArrowDown', 2, 3)).toEqual({ row: 2, column: 3 })
  expect(step('ArrowUp', 2, 3)).toEqual({ row: 1, column: 3 })
})

test('Home and End go to the ends of the row, and other keys nowhere', () => {
  expect(step('Home', 1, 2)).toEqual({ row: 1, column: 0 })
  expect(step('End', 1, 2)).toEqual({ row: 1, column: 3 })
  expect(step('Tab', 1, 2)).toBeUndefined()
})

test('a row without cells, which is to be settled first, is gone past; where it is the last, the focus stays', () => {
  expect(step('ArrowDown', 0, 2, ({ row }) => row !== 1)).toEqual({ row: 2, column: 2 })
  expect(step('ArrowDown', 1, 2, ({ row }) => row !== 2)).toBeUndefined()
})
