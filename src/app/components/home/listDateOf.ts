// The one date worth showing of an audit in the list, and what it is the date of.
import type { AuditSummary } from '../../../domain/audit/AuditSummary.ts'
import { compareDates } from '../../../domain/calendar/compareDates.ts'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'

export interface ListDate {
  readonly on: DayOrMonth
  readonly type: 'visit' | 'measure' | 'notice'
}

/** Before the report the visit; afterwards the next measure that is due, or else the day the notice came in. */
export function listDateOf(audit: AuditSummary): ListDate | null {
  const visit = audit.visitOn === null ? null : ({ on: audit.visitOn, type: 'visit' } as const)
  if (audit.state === 'preparing' || audit.state === 'fieldwork' || audit.state === 'drafting') return visit
  const measures = audit.due.items
    .filter(({ type, state }) => type === 'measure' && state === 'planned')
    .map(({ on }) => on)
  const nextMeasure = measures.sort(compareDates)[0]
  if (nextMeasure !== undefined && audit.state !== 'published') return { on: nextMeasure, type: 'measure' }
  return audit.noticeOn === null ? visit : { on: audit.noticeOn, type: 'notice' }
}
