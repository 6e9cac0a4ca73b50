// The rules of a measure's dates against today and against the day on which the notice of the measures was received (domain 4.7) [A14].
// A month counts as in order as long as one of its days is.
import type { Audit, Measure } from './Audit.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { isCalendarDay, toCalendarDay } from '../calendar/CalendarDay.ts'
import { civilPartsOf } from '../calendar/civilPartsOf.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { lastDayOf } from '../calendar/lastDayOf.ts'
import { settledValue } from '../oplog/Register.ts'

/** The first day of a month; a day itself. */
export function firstDayOf(on: DayOrMonth): CalendarDay {
  if (isCalendarDay(on)) return on
  const { year, month } = civilPartsOf(on)
  return toCalendarDay({ year, month, day: 1 })
}

export type DateProblem = 'date-missing' | 'done-after-today' | 'planned-before-today'
export type NoticeProblem = 'done-after-notice' | 'planned-before-notice'

/** Undefined for a measure without a date to have, and for one in conflict. */
export function dateProblem(measure: Measure, today: CalendarDay): DateProblem | undefined {
  const schedule = settledValue(measure.schedule)
  if (schedule?.kind === 'measure-completed') {
    if (schedule.body.doneOn === null) return 'date-missing'
    return firstDayOf(schedule.body.doneOn) > today ? 'done-after-today' : undefined
  }
  if (schedule?.kind !== 'measure-planned') return undefined
  if (schedule.body.plannedOn === null) return 'date-missing'
  return lastDayOf(schedule.body.plannedOn) < today ? 'planned-before-today' : undefined
}

/** What is done was done by the day of the notice; what is planned comes after it. Nothing is wrong while that day is not known. */
export function noticeProblem(audit: Audit, measure: Measure): NoticeProblem | undefined {
  const notice = settledValue(audit.header.notice)?.body.receivedOn ?? null
  const schedule = settledValue(measure.schedule)
  if (notice === null) return undefined
  if (schedule?.kind === 'measure-completed' && schedule.body.doneOn !== null)
    return firstDayOf(schedule.body.doneOn) > notice ? 'done-after-notice' : undefined
  if (schedule?.kind === 'measure-planned' && schedule.body.plannedOn !== null)
    return lastDayOf(schedule.body.plannedOn) <= notice ? 'planned-before-notice' : undefined
  return undefined
}

export function breaksNotice(audit: Audit, measure: Measure): boolean {
  return noticeProblem(audit, measure) !== undefined
}
