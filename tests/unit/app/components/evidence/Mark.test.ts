import { expect, test } from 'vitest'
import { isDrawn, markInMiddle, moveMark, resizeMark } from '../../../../../src/app/components/evidence/Mark.ts'

test('a slip of the finger is no mark, and neither is a text without letters', () => {
  const box = markInMiddle('box', '')
  expect(isDrawn(box)).toBe(true)
  expect(isDrawn({ ...box, to: { x: box.from.x + 0.005, y: box.to.y } })).toBe(false)
  expect(isDrawn({ ...box, tool: 'arrow', to: { x: box.from.x, y: box.to.y } })).toBe(true)
  expect(isDrawn(markInMiddle('text', ' '))).toBe(false)
  expect(isDrawn({ ...markInMiddle('text', '未登録'), to: { x: 0.4, y: 0.4 } })).toBe(true)
})

test('a mark that is moved keeps its size and stays on the picture', () => {
  const moved = moveMark(markInMiddle('box', ''), { x: 0.9, y: -0.9 })
  expect(moved.to.x).toBeCloseTo(1)
  expect(moved.from.x).toBeCloseTo(0.8)
  expect(moved.from.y).toBeCloseTo(0)
  expect(moved.to.y).toBeCloseTo(0.2)
})

test('a mark that is sized stays on the picture', () => {
  expect(resizeMark(markInMiddle('blur', ''), { x: 2, y: -2 }).to).toEqual({ x: 1, y: 0 })
})
