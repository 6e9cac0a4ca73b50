import { expect, test } from 'vitest'
import {
  isFiltering,
  isShown,
  queryOfFilter,
  readFindingFilter,
} from '../../../../../src/app/components/finding/FindingFilter.ts'

test('a filter comes back from the address that it makes', () => {
  const filter = { review: 'sent-back', class: 'opinion' } as const
  expect(readFindingFilter(queryOfFilter(filter))).toEqual(filter)
})

test('without a filter the address stays plain', () => {
  expect(queryOfFilter({ review: undefined, class: undefined })).toEqual({})
})

test('what an address says of no known state filters nothing', () => {
  const filter = readFindingFilter({ review: 'nonsense', class: ['a', 'b'] })
  expect(isFiltering(filter)).toBe(false)
})

test('state and class must both fit', () => {
  const card = { review: 'approved', class: 'finding' } as const
  expect(isShown(card, { review: 'approved', class: undefined })).toBe(true)
  expect(isShown(card, { review: 'approved', class: 'opinion' })).toBe(false)
  expect(isShown({ ...card, class: undefined }, { review: undefined, class: 'finding' })).toBe(false)
})
