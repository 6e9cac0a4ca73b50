import { expect, test } from 'vitest'
import { StoreError } from '../../../../src/server/store/StoreError.ts'
import { toStoreError } from '../../../../src/server/store/toStoreError.ts'

const withCode = (code: string) => Object.assign(new Error('text'), { code })

test.each([
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['53100', 'full'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['57P01', 'unavailable'],
  ['08006', 'unavailable'],
  ['ECONNREFUSED', 'unavailable'],
  ['SQLITE_READONLY_DIRECTORY', 'not-writable'],
  ['EACCES', 'not-writable'],
  ['SQLITE_CORRUPT', 'broken'],
  ['23505', 'broken'],
])('%s of an engine is "%s" here, with its cause', (code, expected) => {
  const cause = withCode(code)
  expect(toStoreError(cause)).toMatchObject({ code: expected, cause })
})

test('only what passes by itself is worth trying again', () => {
  const codes = ['busy', 'full', 'unavailable', 'not-writable', 'newer-database', 'broken'] as const
  expect(codes.filter((code) => new StoreError(code).isRetryable)).toEqual(['busy', 'full', 'unavailable'])
})

test('a lost connection without a code is recognised by its text', () => {
  expect(toStoreError(new Error('Connection terminated unexpectedly')).code).toBe('unavailable')
})
