// One line of the due list: something planned, with the audit that it belongs to and the way there.
import type { RouteLocationRaw } from 'vue-router'
import type { PlannedItem } from '../../../domain/audit/duePlan.ts'

export interface DueRow extends PlannedItem {
  /** The same at every reading; no two rows have it. */
  readonly id: string
  readonly unit: string
  /** The audit's subject. */
  readonly audit: string
  readonly to: RouteLocationRaw
}
