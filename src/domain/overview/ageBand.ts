// How long ago a finding was raised, in bands. Counted from the day it was raised and not from the issue: a report may be issued again,
// and nobody makes a finding younger by that.
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { daysBetween } from '../calendar/daysBetween.ts'

/** Named by their last day; `unknown` where the tablet's clock named no day. */
export const ageBands = ['30', '90', '180', '365', 'older', 'unknown'] as const
export type AgeBand = (typeof ageBands)[number]

export function ageBandOf(raisedOn: CalendarDay | null, today: CalendarDay): AgeBand {
  if (raisedOn === null) return 'unknown'
  const days = daysBetween(raisedOn, today)
  return ageBands.find((band) => days <= Number(band)) ?? 'older'
}
