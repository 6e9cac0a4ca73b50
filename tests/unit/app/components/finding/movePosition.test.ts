import { describe, expect, test } from 'vitest'
import { movePosition } from '../../../../../src/app/components/finding/movePosition.ts'
import type { Placed } from '../../../../../src/app/components/finding/movePosition.ts'

const list = (...positions: readonly number[]): readonly Placed[] =>
  positions.map((position, index) => ({ id: 'abcdef'.charAt(index), position }))

function orderAfter(before: readonly Placed[], id: string, by: -1 | 1): string {
  const moves = movePosition(before, id, by)
  return before
    .map((each) => ({ ...each, position: moves.get(each.id) ?? each.position }))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((each) => each.id)
    .join('')
}

describe('movePosition', () => {
  test('writes one position and leaves the others alone', () => {
    expect(movePosition(list(1, 2, 3), 'c', -1)).toEqual(new Map([['c', 1.5]]))
  })

  test('moves to either end', () => {
    expect(orderAfter(list(1, 2, 3), 'b', -1)).toBe('bac')
    expect(orderAfter(list(1, 2, 3), 'b', 1)).toBe('acb')
  })

  test('changes nothing beyond the ends', () => {
    expect(movePosition(list(1, 2), 'a', -1).size).toBe(0)
    expect(movePosition(list(1, 2), 'b', 1).size).toBe(0)
  })

  test('numbers the list anew where two stand at one place', () => {
    expect(orderAfter(list(1, 1, 1), 'c', -1)).toBe('acb')
    expect(orderAfter(list(1, 2, 2, 2), 'b', 1)).toBe('acbd')
  })

  test('still finds room after a hundred moves into one gap', () => {
    let placed = list(1, 2, 3)
    for (let turn = 0; turn < 100; turn += 1) {
      const last = placed[2]?.id ?? ''
      const moves = movePosition(placed, last, -1)
      placed = placed
        .map((each) => ({ ...each, position: moves.get(each.id) ?? each.position }))
        .sort((a, b) => a.position - b.position)
      expect(placed[1]?.id).toBe(last)
    }
  })
})
