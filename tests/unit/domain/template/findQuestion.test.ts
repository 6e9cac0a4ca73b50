import { expect, test } from 'vitest'
import { mediaTemplate } from '../../../../src/domain/template/builtin/media/mediaTemplate.ts'
import { findQuestion } from '../../../../src/domain/template/findQuestion.ts'

test('finds a question in whichever section holds it', () => {
  expect(findQuestion(mediaTemplate, 'B01')?.perRoster).toBe('media')
  expect(findQuestion(mediaTemplate, 'B16')?.limitDays).toBe(365)
})

test('finds nothing for a question of another checklist', () => {
  expect(findQuestion(mediaTemplate, 'A01')).toBeUndefined()
})
