// One day to keep: a visit, a measure that was planned for it, or a month of a recurring duty.
import type { RouteLocationRaw } from 'vue-router'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'

export interface DueEntry {
  readonly id: string
  readonly on: DayOrMonth
  readonly type: 'visit' | 'measure' | 'occurrence'
  readonly subject: string
  readonly unit: string
  readonly to: RouteLocationRaw
}
