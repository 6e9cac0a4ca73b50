// Setting and removing recurring duties, and ticking off their months.
import type { Audit, Duty } from './Audit.ts'
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import { occurrenceId, occurrencesOf, ruleOf, type DutyRule } from './duty.ts'
import type { DutyId } from './entityIds.ts'
import { firstDayOf } from './measureDates.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import type { CalendarMonth } from '../calendar/CalendarMonth.ts'
import { lastDayOf } from '../calendar/lastDayOf.ts'
import { dotsOf, readRegister } from '../oplog/Register.ts'
import type { EntityState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'

/** 5・8・11・2月. */
export const usualQuarterMonths: readonly number[] = [2, 5, 8, 11]

export type DutyRefusal = 'text-missing' | 'finding-missing' | 'months-missing' | 'ends-before-start'

/** Sets a new duty, or another rule for one that is there. */
export function decideSetDuty(audit: Audit, id: DutyId, wish: DutyRule): Result<readonly AuditDraft[], DutyRefusal> {
  const text = wish.text.trim()
  if (!audit.findings.has(wish.finding)) return err('finding-missing')
  if (text === '') return err('text-missing')
  const months = wish.every === 'month' ? [] : [...new Set(wish.months)].sort((a, b) => a - b)
  const wanted = wish.every === 'year' ? months.length === 1 : wish.every === 'month' || months.length > 0
  if (!wanted) return err('months-missing')
  if (wish.endsOn !== null && wish.endsOn < wish.startsOn) return err('ends-before-start')
  const { finding, measure, every, startsOn, endsOn } = wish
  const rule = { finding, measure, text, every, months, startsOn, endsOn }
  const known = audit.duties.get(id)
  return ok(known === undefined ? [firstDraft(id, 'duty-set', rule)] : draftFor(sightOf(known), 'duty-set', rule))
}

function sightOf(duty: Duty) {
  return { entity: duty.id, register: duty.rule }
}

/** What was ticked off stays in the history. */
export function decideRemoveDuty(entity: EntityState): readonly AuditDraft[] {
  return [{ kind: 'duty-removed', entity: entity.id, supersedes: dotsOf(entity), body: {} }]
}

export interface OccurrenceWish {
  readonly month: CalendarMonth
  readonly doneOn: CalendarDay
  readonly note: string
  readonly today: CalendarDay
}

export type OccurrenceRefusal = 'duty-missing' | 'not-due' | 'done-after-today'

/** Done early or late is done: only that it is a month of the duty, and past, is asked for. */
export function decideCompleteOccurrence(
  audit: Audit,
  duty: Duty,
  { month, doneOn, note, today }: OccurrenceWish,
): Result<readonly AuditDraft[], OccurrenceRefusal> {
  const rule = ruleOf(duty)
  if (rule === undefined || duty.existence === 'removed') return err('duty-missing')
  if (occurrencesOf(rule, firstDayOf(month), lastDayOf(month)).length === 0) return err('not-due')
  if (doneOn > today) return err('done-after-today')
  const entity = occurrenceId(duty, month)
  const register = audit.occurrences.get(entity)?.result ?? emptyResult()
  return ok(draftFor({ entity, register }, 'occurrence-done', { doneOn, note: note.trim() }))
}

export function decideReopenOccurrence(audit: Audit, duty: Duty, month: CalendarMonth): readonly AuditDraft[] {
  const entity = occurrenceId(duty, month)
  const register = audit.occurrences.get(entity)?.result
  return register === undefined ? [] : draftFor({ entity, register }, 'occurrence-reopened', {})
}

function emptyResult() {
  return readRegister<'occurrence-done' | 'occurrence-reopened', AuditBodies>(undefined, 'occurrence')
}
