// Looks up a question of one template. Question ids are unique within a template and never reused.
import { questionsOf } from './questionsOf.ts'
import type { Question, Template } from './Template.ts'

/** `questionId` may be any text that came from outside; the id of the question found is the trusted one. */
export function findQuestion(template: Template, questionId: string): Question | undefined {
  return questionsOf(template).find((question) => question.id === questionId)
}
