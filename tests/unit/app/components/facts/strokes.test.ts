import { expect, test } from 'vitest'
import { pathOf, pointInBox, withPoint, withStroke } from '../../../../../src/app/components/facts/strokes.ts'
import {
  mostSignatureNumbers,
  mostStrokeNumbers,
  mostStrokes,
  signatureBox,
} from '../../../../../src/domain/audit/reviewKinds.ts'

const pad = { left: 100, top: 50, width: 500, height: 200 } as DOMRectReadOnly

test('a pointer on the pad is a whole point of the box, whatever size the pad has', () => {
  expect(pointInBox({ x: 100, y: 50 }, pad)).toEqual({ x: 0, y: 0 })
  expect(pointInBox({ x: 350.2, y: 150.1 }, pad)).toEqual({ x: 500, y: 200 })
})

test('a pen that slips off the pad stays at its edge', () => {
  expect(pointInBox({ x: 9_000, y: -20 }, pad)).toEqual({ x: signatureBox.width, y: 0 })
})

test('a pen that hardly moves adds no point', () => {
  const stroke = withPoint([], { x: 10, y: 10 })
  expect(withPoint(stroke, { x: 12, y: 11 })).toBe(stroke)
  expect(withPoint(stroke, { x: 10, y: 14 })).toEqual([10, 10, 10, 14])
})

test('a stroke never grows beyond what the log takes', () => {
  let stroke: readonly number[] = []
  for (let x = 0; x < mostStrokeNumbers; x += 1) stroke = withPoint(stroke, { x: (x * 10) % 1000, y: x % 400 })
  expect(stroke).toHaveLength(mostStrokeNumbers)
})

test('neither do the strokes of a signature, in number nor in points', () => {
  const many = Array.from({ length: mostStrokes }, () => [1, 1])
  expect(withStroke(many, [2, 2])).toBe(many)
  const long = Array.from({ length: mostSignatureNumbers / 1_000 }, () => Array.from({ length: 1_000 }, () => 1))
  expect(withStroke(long, [2, 2])).toBe(long)
  expect(withStroke([[1, 1]], [2, 2])).toEqual([
    [1, 1],
    [2, 2],
  ])
})

test('a dot is drawn, too', () => {
  expect(pathOf([3, 4])).toBe('M3 4L3 4')
  expect(pathOf([3, 4, 5, 6])).toBe('M3 4L5 6')
  expect(pathOf([])).toBe('')
})
