// All questions of a template across its sections, in the order they are asked.
import type { Question, Template } from './Template.ts'

export function questionsOf(template: Template): readonly Question[] {
  return template.sections.flatMap((section) => section.questions)
}
