import { expect, test } from 'vitest'
import { emptyFactForm } from '../../../../src/app/components/facts/FactForm.ts'
import { factFormText, readFactForm } from '../../../../src/app/composables/keptFactForm.ts'
import type { FindingId } from '../../../../src/domain/audit/entityIds.ts'

const [first, second] = ['finding:a', 'finding:b'] as FindingId[] as [FindingId, FindingId]

test('what an auditee filled in is read back without its signature', () => {
  const answers = new Map([
    [first, { outcome: 'objected', objection: '前月に更新済み' } as const],
    [second, { outcome: null, objection: '' } as const],
  ])
  const form = { answers, name: '山田', position: '課長', strokes: [], isTyped: true }
  const seen = new Map([[first, 'hash']])
  const filled = readFactForm(factFormText({ form, seen }))
  expect(filled?.form).toEqual({ ...form, isTyped: false })
  expect(filled?.seen.get(first)).toBe('hash')
})

test('an empty form leaves nothing to keep, and what is no form is none', () => {
  expect(factFormText({ form: emptyFactForm, seen: new Map() })).toBe('')
  expect(readFactForm('')).toBeUndefined()
  expect(readFactForm('{"name":1}')).toBeUndefined()
})
