// What is due when, as seen from a day: the visit, the notice of the measures, planned measures, and every month of the recurring duties.
import type { DatedItem, DueRecord, DutyPlan } from './dueRecord.ts'
import { occurrencesOf } from './duty.ts'
import { occurrenceEntity, type DutyId, type FindingId, type MeasureId, type OccurrenceId } from './entityIds.ts'
import { addDays } from '../calendar/addDays.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { compareDates } from '../calendar/compareDates.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { lastDayOf } from '../calendar/lastDayOf.ts'

export const dueStates = ['overdue', 'due-soon', 'later', 'done'] as const
export type DueState = (typeof dueStates)[number]

export interface PlannedItem {
  /** When it is due; of what is done, when it was done. */
  readonly on: DayOrMonth
  readonly type: 'visit' | 'measure' | 'occurrence' | 'notice'
  readonly state: DueState
  readonly finding: FindingId | null
  readonly measure: MeasureId | null
  readonly duty?: DutyId
  readonly occurrence?: OccurrenceId
  /** The finding's subject, or the audit's. */
  readonly title: string
  /** What is to be done. */
  readonly text: string
  /** Who answers for it; empty where nobody was named. */
  readonly owner: string
}

/** From so many days before it on, something is due soon. */
const soonDays = 30
/** How far ahead duties without an end are told of. */
const aheadDays = 366

/** In the order of their dates; a month counts as its last day. */
export function duePlan({ items, duties }: DueRecord, today: CalendarDay): readonly PlannedItem[] {
  return [
    ...items.map((item) => plannedItem(item, today)),
    ...duties.flatMap((duty) => plannedMonths(duty, today)),
  ].sort((a, b) => compareDates(a.on, b.on))
}

/** How something stands that is due on a day or in a month. */
export function dueStateOf(on: DayOrMonth, today: CalendarDay): Exclude<DueState, 'done'> {
  const last = lastDayOf(on)
  if (last < today) return 'overdue'
  return last <= addDays(today, soonDays) ? 'due-soon' : 'later'
}

function plannedItem({ subject, state, ...item }: DatedItem, today: CalendarDay): PlannedItem {
  const due = state === 'done' ? state : dueStateOf(item.on, today)
  // A visit is not overdue: it took place, or its day was moved.
  return { ...item, title: subject, state: item.type === 'visit' && due === 'overdue' ? 'done' : due }
}

function plannedMonths(plan: DutyPlan, today: CalendarDay): readonly PlannedItem[] {
  const { duty, finding, measure, text, owner, subject: title } = plan
  const item = { type: 'occurrence', duty, finding, measure, title, text, owner } as const
  return occurrencesOf(plan, plan.startsOn, addDays(today, aheadDays)).map(({ month, dueOn }) => {
    const occurrence = occurrenceEntity(duty, month)
    const done = plan.done.find((each) => each.month === month)
    if (done !== undefined) return { ...item, occurrence, on: done.doneOn, state: 'done' }
    return { ...item, occurrence, on: month, state: dueStateOf(dueOn, today) }
  })
}
