// One day to keep: a visit, or a measure that was planned for it.
import type { RouteLocationRaw } from 'vue-router'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'

export interface DueEntry {
  readonly id: string
  readonly on: DayOrMonth
  readonly type: 'visit' | 'measure'
  readonly subject: string
  readonly unit: string
  readonly to: RouteLocationRaw
}
