import { expect, test } from 'vitest'
import { keepUnchanged } from '../../../../../src/app/components/checklist/keepUnchanged.ts'

const earlier = [
  { id: 'A01', judgement: 'conforming' },
  { id: 'A02', judgement: null },
]

test('a view that says the same stays the same object, so its row is not drawn again', () => {
  const [first, second] = keepUnchanged(earlier, [
    { id: 'A01', judgement: 'conforming' },
    { id: 'A02', judgement: 'partial' },
  ])
  expect(first).toBe(earlier[0])
  expect(second).toEqual({ id: 'A02', judgement: 'partial' })
})

test('views are told apart by their id, not by their place', () => {
  expect(keepUnchanged(earlier, [{ id: 'A02', judgement: null }])[0]).toBe(earlier[1])
})

test('the first views are handed out as built', () => {
  expect(keepUnchanged(undefined, earlier)).toBe(earlier)
})
