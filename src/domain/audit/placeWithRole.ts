// Finds the question of an audit that a computed check works with: by its role, never by its id.
import type { Answer, Audit } from './Audit.ts'
import { answerEntity, type ItemId } from './entityIds.ts'
import { pinnedTemplates } from './pinnedTemplates.ts'
import type { Question, QuestionRole, Template } from '../template/Template.ts'

export interface RolePlace {
  readonly template: Template
  readonly question: Question
}

/** Undefined where no checklist of the audit asks it; the first where two do. */
export function placeWithRole(audit: Audit, role: QuestionRole): RolePlace | undefined {
  for (const template of pinnedTemplates(audit)) {
    for (const { questions } of template.sections) {
      const question = questions.find((each) => each.role === role)
      if (question !== undefined) return { template, question }
    }
  }
  return undefined
}

/** What was recorded for an item under such a question; undefined where nothing was. */
export function recordedAnswer(audit: Audit, place: RolePlace | undefined, item: ItemId): Answer | undefined {
  if (place === undefined) return undefined
  return audit.answers.get(answerEntity({ template: place.template.id, question: place.question.id, item }))
}
