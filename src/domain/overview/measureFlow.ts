// Measures over time: how many are to be done by the end of each period as things are planned now, how many of them are done, and how
// many are verified. What is done stands in the plan on the day on which it was done [A26].
import { fiscalQuarterOf } from '../calendar/fiscalQuarterOf.ts'
import { fiscalYearOf } from '../calendar/fiscalYearOf.ts'
import type { FiscalYear } from '../calendar/FiscalYear.ts'
import { civilPartsOf } from '../calendar/civilPartsOf.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { toCalendarMonth, type CalendarMonth } from '../calendar/CalendarMonth.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import type { MeasureSummary } from '../audit/FindingSummary.ts'

export const flowRhythms = ['quarter', 'month'] as const
export type FlowRhythm = (typeof flowRhythms)[number]

/** All counts are cumulative: with everything before. Verified ≤ done ≤ planned. */
export interface FlowPeriod {
  readonly first: CalendarMonth
  /** The same as `first` of a month. */
  readonly last: CalendarMonth
  readonly fiscalYear: FiscalYear
  readonly position: 'past' | 'current' | 'ahead'
  readonly planned: number
  readonly done: number
  readonly verified: number
}

export interface MeasureFlow {
  /** Empty where no measure has a date. */
  readonly periods: readonly FlowPeriod[]
  /** Dated behind the last period. */
  readonly later: number
  /** Without a date: under consideration, declined, nothing decided, or the date is missing. */
  readonly undated: number
  readonly total: number
}

/** How many periods are shown at most before and after the current one. */
export interface FlowWindow {
  readonly before: number
  readonly after: number
}

interface FlowMeasure {
  readonly planned: number
  readonly done: number | undefined
  readonly verified: number | undefined
}

export function measureFlow(
  measures: readonly MeasureSummary[],
  { rhythm, window, today }: { readonly rhythm: FlowRhythm; readonly window: FlowWindow; readonly today: CalendarDay },
): MeasureFlow {
  const indexOf = (on: DayOrMonth) => periodIndex(on, rhythm)
  const dated = measures.flatMap((measure) => flowOf(measure, indexOf))
  const now = indexOf(today)
  const at = dated.map(({ planned }) => planned)
  const first = Math.max(now - window.before, Math.min(now, lowest(at)))
  const last = Math.min(now + window.after, Math.max(now, highest(at)))
  const count = dated.length === 0 ? 0 : last - first + 1
  const upTo = (index: number, of: (measure: FlowMeasure) => number | undefined) =>
    dated.filter((measure) => (of(measure) ?? Infinity) <= index).length
  return {
    periods: Array.from({ length: count }, (_, offset) => {
      const index = first + offset
      return {
        ...monthsOf(index, rhythm),
        position: index === now ? 'current' : index < now ? 'past' : 'ahead',
        planned: upTo(index, ({ planned }) => planned),
        done: upTo(index, ({ done }) => done),
        verified: upTo(index, ({ verified }) => verified),
      }
    }),
    later: at.filter((index) => index > last).length,
    undated: measures.length - dated.length,
    total: measures.length,
  }
}

/** Nothing is verified before it is done: of a clock that says so, the day of doing counts. */
function flowOf(measure: MeasureSummary, indexOf: (on: DayOrMonth) => number): readonly FlowMeasure[] {
  if (measure.on === null) return []
  const planned = indexOf(measure.on)
  if (measure.class !== 'done') return [{ planned, done: undefined, verified: undefined }]
  const verifiedAt = measure.verifiedOn === null ? planned : Math.max(planned, indexOf(measure.verifiedOn))
  return [{ planned, done: planned, verified: measure.isVerified ? verifiedAt : undefined }]
}

/** Periods counted from the year nought on. */
function periodIndex(on: DayOrMonth, rhythm: FlowRhythm): number {
  if (rhythm === 'quarter') {
    const { fiscalYear, quarter } = fiscalQuarterOf(on)
    return fiscalYear * 4 + quarter - 1
  }
  const { year, month } = civilPartsOf(on)
  return year * 12 + month - 1
}

function monthsOf(index: number, rhythm: FlowRhythm): Pick<FlowPeriod, 'first' | 'last' | 'fiscalYear'> {
  // The first quarter of a fiscal year begins in April.
  const firstMonth = rhythm === 'month' ? index : index * 3 + 3
  const [first, last] = [monthAt(firstMonth), monthAt(rhythm === 'month' ? firstMonth : firstMonth + 2)]
  return { first, last, fiscalYear: fiscalYearOf(first) }
}

function monthAt(index: number): CalendarMonth {
  return toCalendarMonth({ year: Math.floor(index / 12), month: (index % 12) + 1 })
}

function lowest(numbers: readonly number[]): number {
  return numbers.reduce((least, each) => Math.min(least, each), Infinity)
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), -Infinity)
}
