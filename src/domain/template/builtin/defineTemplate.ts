// Makes a released template of the literals in this folder: ids branded, all of it frozen. Never changes what they say.
import type { Question, Section, Template } from '../Template.ts'

/** A question as the files of this folder write it: ids as plain strings. */
type QuestionContent = Omit<Question, 'id' | 'draftedWith'> & {
  readonly id: string
  readonly draftedWith?: string
}

export type SectionContent = Omit<Section, 'id' | 'questions'> & {
  readonly id: string
  readonly questions: readonly QuestionContent[]
}

type TemplateContent = Omit<Template, 'id' | 'sections'> & {
  readonly id: string
  readonly sections: readonly SectionContent[]
}

export function defineTemplate(content: TemplateContent): Template {
  deepFreeze(content)
  return content as Template
}

/** Frozen all the way down, so that a screen cannot change a released checklist and Vue does not wrap it in proxies. */
function deepFreeze(value: object): void {
  const children: readonly unknown[] = Object.values(value)
  for (const child of children) {
    if (typeof child === 'object' && child !== null) deepFreeze(child)
  }
  Object.freeze(value)
}
