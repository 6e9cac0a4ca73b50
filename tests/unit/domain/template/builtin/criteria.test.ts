import { expect, test } from 'vitest'
import { criteria } from '../../../../../src/domain/template/builtin/criteria.ts'

test('every criterion is listed under its own code', () => {
  for (const [key, criterion] of Object.entries(criteria)) expect(criterion.code).toBe(key)
})

test('a chapter of the policy is cited with its number and title in both languages', () => {
  expect(criteria['6.4'].text).toEqual({ ja: '対策基準 6.4 不正プログラム対策', en: 'Policy 6.4 Anti-malware' })
})
