// What of the due list is shown: read from the address and written into it, so that a list can be come back to and passed on.
import type { DueRow } from './DueRow.ts'
import { isCalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import { isCalendarMonth } from '../../../domain/calendar/CalendarMonth.ts'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'

export const dueShows = ['open', 'overdue', 'due-soon', 'later', 'done'] as const
export type DueShow = (typeof dueShows)[number]

export interface DueFilter {
  readonly show: DueShow
  /** A day or month of the calendar; of a month only what has no day. */
  readonly on: DayOrMonth | null
  /** Empty: every unit. */
  readonly unit: string
}

type Query = Readonly<Record<string, unknown>>

export function readDueFilter(query: Query): DueFilter {
  const [on, unit] = [query['on'], query['unit']]
  return {
    show: dueShows.find((show) => show === query['show']) ?? 'open',
    on: typeof on === 'string' && (isCalendarDay(on) || isCalendarMonth(on)) ? on : null,
    unit: typeof unit === 'string' ? unit : '',
  }
}

/** Only what differs from the list as it opens. */
export function queryOf({ show, on, unit }: DueFilter): Record<string, string> {
  return {
    ...(show === 'open' ? {} : { show }),
    ...(on === null ? {} : { on }),
    ...(unit === '' ? {} : { unit }),
  }
}

export function isShown(row: DueRow, { show, on, unit }: DueFilter): boolean {
  const isWanted = show === 'open' ? row.state !== 'done' : row.state === show
  return isWanted && (on === null || row.on === on) && (unit === '' || row.unit === unit)
}
