// A question that a finding speaks of, as its list shows it.
import type { RouteLocationRaw } from 'vue-router'
import type { QuestionId, TemplateId } from '../../../domain/template/Template.ts'

export interface LinkedQuestion {
  /** Of its checklist. */
  readonly template: TemplateId
  readonly id: QuestionId
  /** Empty where this release does not know the question's checklist. */
  readonly text: string
  /** Absent there, too. */
  readonly to?: RouteLocationRaw
}
