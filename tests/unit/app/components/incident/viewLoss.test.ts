import { expect, test } from 'vitest'
import { viewLoss } from '../../../../../src/app/components/incident/LossView.ts'

test('what the server has and what was only here are counted apart', () => {
  const marks = new Map([
    ['audit-a', 100],
    ['audit-b', 20],
  ])
  const heads = new Map([
    ['audit-a', 102],
    ['audit-b', 20],
    ['audit-c', 1],
  ])
  expect(viewLoss(marks, heads)).toEqual({ state: 'known', onServer: 120, onlyHere: 3 })
})

test('without a note of what was here only the server’s figure is told', () => {
  expect(viewLoss(new Map([['audit-a', 100]]), undefined)).toEqual({ state: 'known', onServer: 100, onlyHere: null })
})

test('an old note never makes a loss out of what the server has', () => {
  expect(viewLoss(new Map([['audit-a', 9]]), new Map([['audit-a', 7]]))).toMatchObject({ onlyHere: 0 })
})
