// What of all audits an overview looks at. Null is everything.
import type { AgeBand } from './ageBand.ts'
import type { ProgressStep } from './progressStep.ts'
import type { AuditState } from '../audit/auditVocabulary.ts'
import type { Demand } from '../template/Template.ts'

export interface OverviewFilter {
  readonly fiscalYear: number | null
  /** Empty: audits without a unit. */
  readonly unit: string | null
  readonly state: AuditState | null
  readonly class: string | null
  /** Empty: findings without one. */
  readonly severity: string | null
  readonly demand: Demand | null
  readonly step: ProgressStep | null
  readonly age: AgeBand | null
  /** Only findings with a measure that is overdue. */
  readonly isOverdue: boolean
}

export const wholeOverview: OverviewFilter = {
  fiscalYear: null,
  unit: null,
  state: null,
  class: null,
  severity: null,
  demand: null,
  step: null,
  age: null,
  isOverdue: false,
}

export function isFiltered(filter: OverviewFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== false)
}

/** Whether it asks for findings, and not for audits alone. */
export function asksForFindings(filter: OverviewFilter): boolean {
  return isFiltered({ ...filter, fiscalYear: null, unit: null, state: null })
}
