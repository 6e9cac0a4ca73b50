// What the overview shows of findings and measures without opening their audits. Nothing here depends on today: a kept summary must not age.
import type { Audit, Finding, Measure } from './Audit.ts'
import { claimedDay } from './claimedDay.ts'
import { codeOf } from '../library/ClassList.ts'
import { calendarDay, dayOrMonth } from './dateParsers.ts'
import { isFindingId } from './entityIds.ts'
import { severityOf } from './decideLinks.ts'
import { dueStateOf } from './duePlan.ts'
import { findingNumbers, findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { findingStageOf } from './findingStage.ts'
import { findingStates } from './auditVocabulary.ts'
import { measuresOf } from './measure.ts'
import { nextPlannedOf } from './nextPlannedOf.ts'
import { verificationOf } from './verification.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { branded, integer, nullOr, oneOf, shape, text, type Parsed, type Parser } from '../parse/Parser.ts'
import { demands } from '../template/Template.ts'

const flag: Parser<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

/** A standing finding. */
export const parseFindingSummary = shape({
  finding: branded(isFindingId),
  item: integer(1),
  subject: text(),
  demand: oneOf(demands),
  /** Codes of the organisation's library. */
  class: codeOf,
  severity: nullOr(codeOf),
  stage: oneOf(findingStates),
  raisedOn: nullOr(calendarDay),
  /** The earliest of the days that are planned for its measures. */
  dueOn: nullOr(dayOrMonth),
})
export type FindingSummary = Parsed<typeof parseFindingSummary>

/** A measure of a standing finding; `on` is the day on which it was done or is planned. */
export const parseMeasureSummary = shape({
  /** The number of its finding. */
  item: integer(1),
  class: oneOf(['done', 'planned', 'considered', 'declined', 'open']),
  on: nullOr(dayOrMonth),
  isVerified: flag,
  /** As the tablet's clock claims [M10]; null also where the claim is no day. */
  verifiedOn: nullOr(calendarDay),
})
export type MeasureSummary = Parsed<typeof parseMeasureSummary>

export function summariseFindings(audit: Audit, hash: Sha256): readonly FindingSummary[] {
  const numbers = findingNumbers(audit)
  return standingFindings(audit).flatMap((finding): readonly FindingSummary[] => {
    const stage = findingStageOf(audit, finding, hash)
    const item = numbers.get(finding.id)
    if (stage === 'withdrawn' || item === undefined) return []
    const title = finding.title.values[0]?.content.body
    const named = { finding: finding.id, item, subject: title?.subject ?? '', demand: title?.demand ?? 'improve' }
    const about = { ...named, class: finding.class.values[0]?.content.body.class ?? 'finding' }
    const raisedOn = claimedDay(finding.origin.values[0]?.at ?? '')
    return [
      { ...about, severity: severityOf(finding), stage, raisedOn, dueOn: nextPlannedOf(audit, finding.id) ?? null },
    ]
  })
}

export function summariseMeasures(audit: Audit, hash: Sha256): readonly MeasureSummary[] {
  const numbers = findingNumbers(audit)
  return standingFindings(audit).flatMap(({ id }) => {
    const item = numbers.get(id)
    if (item === undefined) return []
    return measuresOf(audit, id).map((measure) => ({ item, ...classOf(measure), ...verifiedOf(audit, measure, hash) }))
  })
}

type Verified = Pick<MeasureSummary, 'isVerified' | 'verifiedOn'>

function verifiedOf(audit: Audit, measure: Measure, hash: Sha256): Verified {
  const { state, acted } = verificationOf(audit, measure, hash)
  const isVerified = state === 'verified'
  return { isVerified, verifiedOn: isVerified ? claimedDay(acted?.at ?? '') : null }
}

function standingFindings(audit: Audit): readonly Finding[] {
  return findingsInOrder(audit).filter((finding) => !isWithdrawn(finding))
}

function classOf(measure: Measure): Pick<MeasureSummary, 'class' | 'on'> {
  const schedule = settledValue(measure.schedule)
  switch (schedule?.kind) {
    case 'measure-completed':
      return { class: 'done', on: schedule.body.doneOn }
    case 'measure-planned':
      return { class: 'planned', on: schedule.body.plannedOn }
    case 'measure-considered':
      return { class: 'considered', on: null }
    case 'measure-declined':
      return { class: 'declined', on: null }
    case undefined:
      return { class: 'open', on: null }
  }
}

export function isOverdueFinding({ dueOn }: Pick<FindingSummary, 'dueOn'>, today: CalendarDay): boolean {
  return dueOn !== null && dueStateOf(dueOn, today) === 'overdue'
}

export interface MeasureCounts {
  readonly planned: number
  readonly done: number
  /** Among `done`. */
  readonly verified: number
  /** Among `planned`. */
  readonly overdue: number
}

export function countMeasures(measures: readonly MeasureSummary[], today: CalendarDay): MeasureCounts {
  const planned = measures.filter((measure) => measure.class === 'planned')
  const done = measures.filter((measure) => measure.class === 'done')
  return {
    planned: planned.length,
    done: done.length,
    verified: done.filter(({ isVerified }) => isVerified).length,
    overdue: planned.filter(({ on }) => isOverdueFinding({ dueOn: on }, today)).length,
  }
}
