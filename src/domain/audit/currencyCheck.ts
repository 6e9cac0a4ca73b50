// How current a machine's pattern file is: its age against the limit, what became of it since the machine was replaced, the next round.
import type { Audit, RosterItem } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { draftFor } from './draftFor.ts'
import { placeWithRole, recordedAnswer, type RolePlace } from './placeWithRole.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { toCalendarMonth, type CalendarMonth } from '../calendar/CalendarMonth.ts'
import { civilPartsOf } from '../calendar/civilPartsOf.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { daysBetween } from '../calendar/daysBetween.ts'
import { lastDayOf } from '../calendar/lastDayOf.ts'
import { settledValue } from '../oplog/Register.ts'

export interface Currency {
  /** The day of the pattern file; null while unknown or in conflict. */
  readonly definitionOn: CalendarDay | null
  /** Days since then; 0 for a file dated after `today`. */
  readonly ageDays: number | null
  readonly limitDays: number | null
  /** Days beyond the limit; 0 within it. */
  readonly daysOver: number | null
  readonly renewedOn: DayOrMonth | null
  /** Days since the machine was replaced, of a file that was not updated since; a month counts from its last day. Null otherwise. */
  readonly gapDays: number | null
  /** The next round of updates after both the file and `today`; null where the checklist has no cycle. */
  readonly nextDueOn: CalendarMonth | null
  /** Rounds that went by without an update between the file's day and `today`. */
  readonly missedRounds: number | null
  readonly state: 'current' | 'over' | 'unknown'
}

export function currencyOf(audit: Audit, machine: RosterItem, today: CalendarDay): Currency {
  const place = placeWithRole(audit, 'definition-date')
  const definitionOn = definitionDay(audit, place, machine)
  const renewedOn = settledValue(machine.renewal)?.body.on ?? null
  const limitDays = place?.question.limitDays ?? null
  const ageDays = definitionOn && Math.max(0, daysBetween(definitionOn, today))
  const daysOver = ageDays === null || limitDays === null ? null : Math.max(0, ageDays - limitDays)
  const cycle = place?.question.cycleMonths ?? []
  return {
    definitionOn,
    ageDays,
    limitDays,
    daysOver,
    renewedOn,
    gapDays: gapSince(renewedOn, definitionOn, today),
    nextDueOn: nextRound(definitionOn !== null && definitionOn > today ? definitionOn : today, cycle, definitionOn),
    missedRounds: definitionOn && missedRounds(definitionOn, today, cycle),
    state: daysOver === null ? 'unknown' : daysOver > 0 ? 'over' : 'current',
  }
}

export function decideRenewMachine(machine: RosterItem, on: DayOrMonth | null): readonly AuditDraft[] {
  if (on === null && machine.renewal.values.length === 0) return []
  return draftFor({ entity: machine.id, register: machine.renewal }, 'machine-renewed', { on })
}

function definitionDay(audit: Audit, place: RolePlace | undefined, machine: RosterItem): CalendarDay | null {
  const answer = recordedAnswer(audit, place, machine.id)
  const value = answer && settledValue(answer.value)?.body.value
  return value?.type === 'date' ? value.on : null
}

function gapSince(renewedOn: DayOrMonth | null, definitionOn: CalendarDay | null, today: CalendarDay): number | null {
  if (renewedOn === null || definitionOn === null) return null
  const renewed = lastDayOf(renewedOn)
  return definitionOn > renewed ? null : Math.max(0, daysBetween(renewed, today))
}

/** Months from year 0 on, so that they can be counted through. */
function monthNumber(on: DayOrMonth): number {
  const { year, month } = civilPartsOf(on)
  return year * 12 + (month - 1)
}

function isRound(month: number, cycle: readonly number[]): boolean {
  return cycle.includes((month % 12) + 1)
}

/** A round that falls into the month of `from` is still to come, unless the file is of that month. */
function nextRound(
  from: CalendarDay,
  cycle: readonly number[],
  definitionOn: CalendarDay | null,
): CalendarMonth | null {
  if (cycle.length === 0) return null
  const start = monthNumber(from)
  let month = definitionOn !== null && monthNumber(definitionOn) === start ? start + 1 : start
  while (!isRound(month, cycle)) month += 1
  return toCalendarMonth({ year: Math.floor(month / 12), month: (month % 12) + 1 })
}

/** The month of `today` is not over, and a file of a round's own month kept that round. */
function missedRounds(definitionOn: CalendarDay, today: CalendarDay, cycle: readonly number[]): number {
  let missed = 0
  for (let month = monthNumber(definitionOn) + 1; month < monthNumber(today); month += 1) {
    if (isRound(month, cycle)) missed += 1
  }
  return missed
}
