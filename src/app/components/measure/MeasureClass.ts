// 措置分類 of one measure with its date or reason, and what follows from a date: rules of the form, not of the screen.
import type { Measure } from '../../../domain/audit/Audit.ts'
import type { Schedule } from '../../../domain/audit/measure.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'
import { lastDayOf } from '../../../domain/calendar/lastDayOf.ts'
import { settledValue } from '../../../domain/oplog/Register.ts'

export const measureClasses = ['completed', 'planned', 'considered', 'declined'] as const
export type MeasureClass = (typeof measureClasses)[number]

/** `measureClass` is null while nobody has chosen, or while two people have chosen differently. */
export interface MeasureSchedule {
  readonly measureClass: MeasureClass | null
  readonly on: DayOrMonth | null
  readonly reason: string
}

export function scheduleOf(measure: Measure): MeasureSchedule {
  const settled = settledValue(measure.schedule)
  switch (settled?.kind) {
    case undefined:
      return { measureClass: null, on: null, reason: '' }
    case 'measure-completed':
      return { measureClass: 'completed', on: settled.body.doneOn, reason: '' }
    case 'measure-planned':
      return { measureClass: 'planned', on: settled.body.plannedOn, reason: '' }
    case 'measure-considered':
      return { measureClass: 'considered', on: null, reason: '' }
    case 'measure-declined':
      return { measureClass: 'declined', on: null, reason: settled.body.reason }
  }
}

/** Still to come. The running month is not: what was done in it can be dated by it. */
export function isAhead(on: DayOrMonth, today: CalendarDay): boolean {
  return on > today.slice(0, on.length)
}

/** Over: a month only after its last day. */
export function isPast(on: DayOrMonth, today: CalendarDay): boolean {
  return lastDayOf(on) < today
}

/** Choosing a class keeps the date where it can be true: what is still to come was not done yet. */
export function withClass(before: MeasureSchedule, chosen: MeasureClass, today: CalendarDay): Schedule {
  switch (chosen) {
    case 'completed':
      return {
        kind: 'measure-completed',
        body: { doneOn: before.on !== null && isAhead(before.on, today) ? null : before.on },
      }
    case 'planned':
      return { kind: 'measure-planned', body: { plannedOn: before.on } }
    case 'considered':
      return { kind: 'measure-considered', body: {} }
    case 'declined':
      return { kind: 'measure-declined', body: { reason: before.reason } }
  }
}

/** A date of completion that lies ahead implies 措置予定. */
export function withDate(before: MeasureSchedule, on: DayOrMonth | null, today: CalendarDay): Schedule {
  const isPlanned = before.measureClass === 'planned' || (on !== null && isAhead(on, today))
  return isPlanned
    ? { kind: 'measure-planned', body: { plannedOn: on } }
    : { kind: 'measure-completed', body: { doneOn: on } }
}
