import { expect, test } from 'vitest'
import { defineTemplate } from '../../../../../src/domain/template/builtin/defineTemplate.ts'

const text = { ja: '題', en: 'Title' }

test('a defined template is frozen down to its sections and texts, and says what it was given', () => {
  const section = { id: 'x.one', title: { ...text }, questions: [] }
  const content = { id: 'x', version: 1, letter: 'X', title: text, description: text, lead: text, sections: [section] }
  const template = defineTemplate(content)
  expect(template).toEqual(content)
  expect([template, template.sections, section, section.title].every((each) => Object.isFrozen(each))).toBe(true)
})
