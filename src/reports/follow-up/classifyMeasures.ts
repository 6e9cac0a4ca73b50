// 措置分類 and 措置日 of a finding, which follow from its measures: the last completing step counts, not the first.
import type { Measure } from '../../domain/audit/Audit.ts'
import { compareDates } from '../../domain/calendar/compareDates.ts'
import type { DayOrMonth } from '../../domain/calendar/DayOrMonth.ts'
import { settledValue } from '../../domain/oplog/Register.ts'

/** 措置済・措置方針・検討中・措置しない. */
export type MeasureClass = 'done' | 'planned' | 'considered' | 'declined'

export interface MeasureOutcome {
  readonly class: MeasureClass
  /** The latest day, missing where the class has none or a measure's day is still open. */
  readonly on?: DayOrMonth
}

/**
 * | measures                                   | class      | date                |
 * |--------------------------------------------|------------|---------------------|
 * | any planned                                | planned    | latest planned date |
 * | else any under consideration               | considered | none                |
 * | else any done (declined ones do not count) | done       | latest date done    |
 * | all declined                               | declined   | none                |
 *
 * Undefined while there is no measure, or one whose schedule is missing or in conflict.
 */
export function classifyMeasures(measures: readonly Measure[]): MeasureOutcome | undefined {
  const schedules = measures
    .map((measure) => settledValue(measure.schedule))
    .filter((schedule) => schedule !== undefined)
  if (schedules.length === 0 || schedules.length < measures.length) return undefined
  const planned = schedules.flatMap((each) => (each.kind === 'measure-planned' ? [each.body.plannedOn] : []))
  if (planned.length > 0) return outcome('planned', planned)
  if (schedules.some(({ kind }) => kind === 'measure-considered')) return { class: 'considered' }
  const done = schedules.flatMap((each) => (each.kind === 'measure-completed' ? [each.body.doneOn] : []))
  return done.length > 0 ? outcome('done', done) : { class: 'declined' }
}

function outcome(measureClass: MeasureClass, dates: readonly (DayOrMonth | null)[]): MeasureOutcome {
  const known = dates.filter((date) => date !== null)
  const latest = [...known].sort(compareDates).at(-1)
  return latest === undefined || known.length < dates.length
    ? { class: measureClass }
    : { class: measureClass, on: latest }
}
