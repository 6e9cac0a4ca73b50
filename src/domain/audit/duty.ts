// Recurring duties: what the unit does every month, quarter or year, and the months in which it is due.
import type { Audit, Duty, Occurrence } from './Audit.ts'
import type { AuditBodies } from './auditKinds.ts'
import { occurrenceEntity, type FindingId, type MeasureId, type OccurrenceId } from './entityIds.ts'
import { firstDayOf } from './measureDates.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { toCalendarMonth, type CalendarMonth } from '../calendar/CalendarMonth.ts'
import { civilPartsOf } from '../calendar/civilPartsOf.ts'
import { lastDayOf } from '../calendar/lastDayOf.ts'

export type DutyRule = AuditBodies['duty-set']

/** A month in which the duty is due, by its last day at the latest. */
export interface DueMonth {
  readonly month: CalendarMonth
  readonly dueOn: CalendarDay
}

/** More months than anybody plans for: a duty without end is asked about up to some day. */
const mostMonths = 1_200

/** The due months of which the last day lies between the two days, both included; months that the duty's own days only touch count. */
export function occurrencesOf(rule: DutyRule, from: CalendarDay, until: CalendarDay): readonly DueMonth[] {
  const end = rule.endsOn !== null && rule.endsOn < until ? lastDayOf(monthOf(rule.endsOn)) : until
  const start = rule.startsOn > from ? rule.startsOn : from
  const due: DueMonth[] = []
  let { year, month } = civilPartsOf(start)
  for (let count = 0; count < mostMonths; count += 1) {
    const each = toCalendarMonth({ year, month })
    const dueOn = lastDayOf(each)
    if (dueOn > end || dueOn > until) break
    if (isDue(rule, month)) due.push({ month: each, dueOn })
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
  return due
}

function isDue({ every, months }: DutyRule, month: number): boolean {
  return every === 'month' || months.includes(month)
}

function monthOf(on: CalendarDay): CalendarMonth {
  return toCalendarMonth(civilPartsOf(on))
}

/** In a conflict the first version. */
export function ruleOf(duty: Duty): DutyRule | undefined {
  return duty.rule.values[0]?.content.body
}

/** Those of a finding, or of one of its measures, that are not removed, in the order in which they begin. */
export function dutiesOf(audit: Audit, of?: FindingId | MeasureId): readonly Duty[] {
  return [...audit.duties.values()]
    .filter((duty) => {
      const rule = ruleOf(duty)
      return duty.existence !== 'removed' && rule && (of === undefined || rule.finding === of || rule.measure === of)
    })
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))
}

function startOf(duty: Duty): number {
  const rule = ruleOf(duty)
  return rule === undefined ? 0 : Number(firstDayOf(rule.startsOn).replaceAll('-', ''))
}

export function occurrenceId(duty: Duty, month: CalendarMonth): OccurrenceId {
  return occurrenceEntity(duty.id, month)
}

/** When and how it was done; undefined while it is not, or two tablets disagree about it. */
export function doneOccurrence(
  audit: Audit,
  duty: Duty,
  month: CalendarMonth,
): AuditBodies['occurrence-done'] | undefined {
  return doneResult(audit.occurrences.get(occurrenceId(duty, month)))
}

function doneResult(occurrence: Occurrence | undefined): AuditBodies['occurrence-done'] | undefined {
  const contents = occurrence?.result.values.map(({ content }) => content) ?? []
  const [first] = contents
  if (contents.some(({ kind }) => kind === 'occurrence-reopened')) return undefined
  return first?.kind === 'occurrence-done' ? first.body : undefined
}
