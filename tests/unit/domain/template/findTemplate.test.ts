import { expect, test } from 'vitest'
import { findTemplate } from '../../../../src/domain/template/findTemplate.ts'

test('finds a built-in checklist by id and version', () => {
  expect(findTemplate('media', 1)?.title.ja).toBe('記録媒体の登録と検査')
})

test.each([
  ['an unknown id', 'fire-safety', 1],
  ['a version not released', 'media', 2],
  ['a name that every object has', 'constructor', 1],
])('finds nothing for %s', (_, id, version) => {
  expect(findTemplate(id, version)).toBeUndefined()
})
