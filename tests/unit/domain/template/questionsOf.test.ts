import { expect, test } from 'vitest'
import { mediaTemplate } from '../../../../src/domain/template/builtin/media/mediaTemplate.ts'
import { questionsOf } from '../../../../src/domain/template/questionsOf.ts'

test('lists the questions section by section, in the order they are asked', () => {
  const [first, second] = mediaTemplate.sections
  const ids = questionsOf(mediaTemplate).map(({ id }) => id)
  expect(ids.slice(0, 9)).toEqual([...(first?.questions ?? []), ...(second?.questions ?? [])].map(({ id }) => id))
  expect(ids).toHaveLength(16)
})
