// What is due when in one audit: the visit, the notice of the measures, planned measures, and every month of the recurring duties.
import type { Audit, Duty, Finding, Measure } from './Audit.ts'
import { doneOccurrence, dutiesOf, occurrenceId, occurrencesOf, ruleOf } from './duty.ts'
import type { DutyId, FindingId, MeasureId, OccurrenceId } from './entityIds.ts'
import { findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { measuresOf } from './measure.ts'
import { addDays } from '../calendar/addDays.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { compareDates } from '../calendar/compareDates.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { lastDayOf } from '../calendar/lastDayOf.ts'
import { settledValue } from '../oplog/Register.ts'

export type DueState = 'overdue' | 'due-soon' | 'later' | 'done'

export interface PlannedItem {
  /** When it is due; of what is done, when it was done. */
  readonly on: DayOrMonth
  readonly type: 'visit' | 'measure' | 'occurrence' | 'notice'
  readonly state: DueState
  readonly finding: FindingId | null
  readonly measure?: MeasureId
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
export const soonDays = 30
/** How far ahead duties without an end are told of. */
const aheadDays = 366

/** In the order of their dates; a month counts as its last day. */
export function duePlan(audit: Audit, today: CalendarDay): readonly PlannedItem[] {
  const standing = findingsInOrder(audit).filter((finding) => !isWithdrawn(finding))
  return [
    ...headerItems(audit, today),
    ...standing.flatMap((finding) =>
      measuresOf(audit, finding.id).flatMap((measure) => measureItems(finding, measure, today)),
    ),
    ...dutiesOf(audit).flatMap((duty) => dutyItems(audit, duty, today)),
  ].sort((a, b) => compareDates(a.on, b.on))
}

/** How something stands that is due on a day or in a month. */
export function dueStateOf(on: DayOrMonth, today: CalendarDay): Exclude<DueState, 'done'> {
  const last = lastDayOf(on)
  if (last < today) return 'overdue'
  return last <= addDays(today, soonDays) ? 'due-soon' : 'later'
}

function headerItems({ header }: Audit, today: CalendarDay): readonly PlannedItem[] {
  const visitOn = settledValue(header.visit)?.body.visitOn ?? null
  const noticeOn = settledValue(header.notice)?.body.receivedOn ?? null
  const title = header.subject.values[0]?.content.body.subject ?? ''
  const item = { finding: null, title, text: '', owner: '' }
  const visit = (on: CalendarDay) => ({ ...item, type: 'visit', on, state: pastIsDone(on, today) }) as const
  return [
    ...(visitOn === null ? [] : [visit(visitOn)]),
    ...(noticeOn === null ? [] : [{ ...item, type: 'notice' as const, on: noticeOn, state: 'done' as const }]),
  ]
}

/** A visit is not overdue: it took place, or its day was moved. */
function pastIsDone(on: CalendarDay, today: CalendarDay): DueState {
  return on < today ? 'done' : dueStateOf(on, today)
}

function measureItems(finding: Finding, measure: Measure, today: CalendarDay): readonly PlannedItem[] {
  const schedule = settledValue(measure.schedule)
  const item = {
    type: 'measure' as const,
    finding: finding.id,
    measure: measure.id,
    title: titleOf(finding),
    text: measure.text.values[0]?.content.body.text ?? '',
    owner: measure.owner.values[0]?.content.body.owner ?? '',
  }
  if (schedule?.kind === 'measure-completed' && schedule.body.doneOn !== null)
    return [{ ...item, on: schedule.body.doneOn, state: 'done' }]
  if (schedule?.kind !== 'measure-planned' || schedule.body.plannedOn === null) return []
  return [{ ...item, on: schedule.body.plannedOn, state: dueStateOf(schedule.body.plannedOn, today) }]
}

function dutyItems(audit: Audit, duty: Duty, today: CalendarDay): readonly PlannedItem[] {
  const rule = ruleOf(duty)
  const finding = rule && audit.findings.get(rule.finding)
  if (rule === undefined || (finding !== undefined && isWithdrawn(finding))) return []
  const measure = rule.measure === null ? undefined : audit.measures.get(rule.measure)
  const item = {
    type: 'occurrence' as const,
    finding: rule.finding,
    ...(rule.measure === null ? {} : { measure: rule.measure }),
    duty: duty.id,
    title: finding === undefined ? '' : titleOf(finding),
    text: rule.text,
    owner: measure?.owner.values[0]?.content.body.owner ?? '',
  }
  return occurrencesOf(rule, rule.startsOn, addDays(today, aheadDays)).map(({ month, dueOn }) => {
    const occurrence = occurrenceId(duty, month)
    const done = doneOccurrence(audit, duty, month)
    if (done !== undefined) return { ...item, occurrence, on: done.doneOn, state: 'done' }
    return { ...item, occurrence, on: month, state: dueStateOf(dueOn, today) }
  })
}

function titleOf(finding: Finding): string {
  return finding.title.values[0]?.content.body.subject ?? ''
}
