// One issued finding as the unit's lists show it: plain words, no data of the audit.
import type { RouteLocationRaw } from 'vue-router'
import type { UnitState } from '../../../domain/audit/unitStateOf.ts'
import type { Demand } from '../../../domain/template/Template.ts'

export interface UnitRow {
  readonly key: string
  /** ２（１） */
  readonly number: string
  readonly subject: string
  readonly demand: Demand
  readonly state: UnitState
  /** The next planned date in words; empty where none is planned. */
  readonly due: string
  readonly isOverdue: boolean
  readonly to: RouteLocationRaw
}

/** The findings of one audit. */
export interface UnitGroup {
  readonly key: string
  readonly reportNo: string
  readonly subject: string
  readonly unit: string
  readonly rows: readonly UnitRow[]
}
