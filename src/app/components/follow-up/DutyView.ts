// A recurring duty as its card shows it: what, how often, and how each of its months stands.
import type { Audit, Duty } from '../../../domain/audit/Audit.ts'
import { dueStateOf, type DueState } from '../../../domain/audit/duePlan.ts'
import { doneOccurrence, occurrenceId, occurrencesOf, ruleOf, type DutyRule } from '../../../domain/audit/duty.ts'
import type { OccurrenceId } from '../../../domain/audit/entityIds.ts'
import { addDays } from '../../../domain/calendar/addDays.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import type { CalendarMonth } from '../../../domain/calendar/CalendarMonth.ts'
import { isInConflict } from '../../../domain/oplog/Register.ts'

export interface OccurrenceView {
  readonly id: OccurrenceId
  readonly month: CalendarMonth
  readonly state: DueState
  readonly doneOn: CalendarDay | null
  readonly note: string
}

export interface DutyView {
  readonly rule: DutyRule
  readonly isInConflict: boolean
  /** What is late or near, and the month after that. */
  readonly near: readonly OccurrenceView[]
  readonly others: readonly OccurrenceView[]
}

/** A year: a yearly duty shows its next month. */
const aheadDays = 366

/** Undefined for a duty of which nothing is known yet. */
export function viewDuty(audit: Audit, duty: Duty, today: CalendarDay): DutyView | undefined {
  const rule = ruleOf(duty)
  if (rule === undefined) return undefined
  const months = occurrencesOf(rule, rule.startsOn, addDays(today > rule.startsOn ? today : rule.startsOn, aheadDays))
  const views = months.map(({ month, dueOn }): OccurrenceView => {
    const done = doneOccurrence(audit, duty, month)
    const state = done === undefined ? dueStateOf(dueOn, today) : 'done'
    return { id: occurrenceId(duty, month), month, state, doneOn: done?.doneOn ?? null, note: done?.note ?? '' }
  })
  const next = views.find(({ state }) => state === 'later')
  const near = views.filter((view) => view.state === 'overdue' || view.state === 'due-soon' || view === next)
  return { rule, isInConflict: isInConflict(duty.rule), near, others: views.filter((view) => !near.includes(view)) }
}
