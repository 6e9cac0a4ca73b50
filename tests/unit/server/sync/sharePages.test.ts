import { expect, test } from 'vitest'
import { sharePages } from '../../../../src/server/sync/sharePages.ts'

const share = (sizes: Record<string, number>, most: number) =>
  Object.fromEntries(
    sharePages(
      Object.entries(sizes).map(([stream, size]) => ({ stream, size })),
      most,
    ).map(({ stream, size }) => [stream, size]),
  )

test('everything is sent where it fits', () => {
  expect(share({ a: 3, b: 5 }, 8)).toEqual({ a: 3, b: 5 })
})

test('a huge stream leaves the others their share', () => {
  expect(share({ huge: 10_000, a: 2, b: 40 }, 90)).toEqual({ a: 2, b: 40, huge: 48 })
})

test('where not all fit, one after the other is sent whole', () => {
  expect(share({ a: 5, b: 5, c: 5 }, 7)).toEqual({ a: 5, b: 2 })
})
