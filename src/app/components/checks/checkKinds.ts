// The three computed checks, in the order of the checklists they belong to, and which one goes with a question.
import type { QuestionRole } from '../../../domain/template/Template.ts'

export const checkKinds = ['currency', 'matrix', 'sampling'] as const
export type CheckKind = (typeof checkKinds)[number]

/** Undefined for a role that no check of these works with. */
export function checkOfRole(role: QuestionRole | undefined): CheckKind | undefined {
  switch (role) {
    case 'definition-date':
      return 'currency'
    case 'specified':
    case 'plan-elements':
      return 'matrix'
    case 'sample':
      return 'sampling'
    case 'registered':
    case 'labelled':
    case 'virus-checked':
    case undefined:
      return undefined
  }
}
