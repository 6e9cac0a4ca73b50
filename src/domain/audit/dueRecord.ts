// What is due in one audit, before anybody asks for a day: kept in its summary, so that the due list of all audits opens none of them.
import type { Audit, Duty, Finding, Measure } from './Audit.ts'
import { calendarDay, calendarMonth, dayOrMonth } from './dateParsers.ts'
import { dutyRhythms } from './auditVocabulary.ts'
import { doneOccurrence, dutiesOf, ruleOf } from './duty.ts'
import { isDutyId, isFindingId, isMeasureId } from './entityIds.ts'
import { findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { measuresOf } from './measure.ts'
import { settledValue } from '../oplog/Register.ts'
import { branded, integer, listOf, nullOr, oneOf, shape, text, type Parsed } from '../parse/Parser.ts'

const finding = nullOr(branded(isFindingId))
const measure = nullOr(branded(isMeasureId))

/** Something with one day or month: of what is done, when it was done. */
const datedItem = shape({
  on: dayOrMonth,
  type: oneOf(['visit', 'measure', 'notice']),
  state: oneOf(['planned', 'done']),
  finding,
  measure,
  /** The audit's subject, or the finding's. */
  subject: text(),
  /** What is to be done; empty for a visit. */
  text: text(),
  /** Who answers for it; empty where nobody was named. */
  owner: text(),
})

/** A recurring duty with the months that are ticked off. */
const dutyPlan = shape({
  duty: branded(isDutyId),
  finding: branded(isFindingId),
  measure,
  subject: text(),
  text: text(),
  owner: text(),
  every: oneOf(dutyRhythms),
  months: listOf(integer(1, 12)),
  startsOn: calendarDay,
  endsOn: nullOr(calendarDay),
  done: listOf(shape({ month: calendarMonth, doneOn: calendarDay })),
})

export const parseDueRecord = shape({ items: listOf(datedItem), duties: listOf(dutyPlan) })

export type DueRecord = Parsed<typeof parseDueRecord>
export type DatedItem = Parsed<typeof datedItem>
export type DutyPlan = Parsed<typeof dutyPlan>

export function dueRecordOf(audit: Audit): DueRecord {
  const standing = findingsInOrder(audit).filter((each) => !isWithdrawn(each))
  return {
    items: [
      ...headerItems(audit),
      ...standing.flatMap((each) => measuresOf(audit, each.id).flatMap((one) => measureItems(each, one))),
    ],
    duties: dutiesOf(audit).flatMap((duty) => dutyPlans(audit, duty)),
  }
}

function headerItems({ header }: Audit): readonly DatedItem[] {
  const visitOn = settledValue(header.visit)?.body.visitOn ?? null
  const noticeOn = settledValue(header.notice)?.body.receivedOn ?? null
  const subject = header.subject.values[0]?.content.body.subject ?? ''
  const item = { finding: null, measure: null, subject, text: '', owner: '' }
  return [
    // A visit is never overdue: it took place, or its day was moved. Whether it is over, its day tells.
    ...(visitOn === null ? [] : [{ ...item, type: 'visit' as const, on: visitOn, state: 'planned' as const }]),
    ...(noticeOn === null ? [] : [{ ...item, type: 'notice' as const, on: noticeOn, state: 'done' as const }]),
  ]
}

function measureItems(of: Finding, each: Measure): readonly DatedItem[] {
  const schedule = settledValue(each.schedule)
  const item = {
    type: 'measure' as const,
    finding: of.id,
    measure: each.id,
    subject: subjectOf(of),
    text: each.text.values[0]?.content.body.text ?? '',
    owner: ownerOf(each),
  }
  if (schedule?.kind === 'measure-completed' && schedule.body.doneOn !== null)
    return [{ ...item, on: schedule.body.doneOn, state: 'done' }]
  if (schedule?.kind !== 'measure-planned' || schedule.body.plannedOn === null) return []
  return [{ ...item, on: schedule.body.plannedOn, state: 'planned' }]
}

function dutyPlans(audit: Audit, duty: Duty): readonly DutyPlan[] {
  const rule = ruleOf(duty)
  const of = rule && audit.findings.get(rule.finding)
  if (rule === undefined || of === undefined || isWithdrawn(of)) return []
  const { every, months, startsOn, endsOn } = rule
  const each = rule.measure === null ? undefined : audit.measures.get(rule.measure)
  const place = { duty: duty.id, finding: of.id, measure: rule.measure, subject: subjectOf(of), text: rule.text }
  const owner = each === undefined ? '' : ownerOf(each)
  return [{ ...place, owner, every, months, startsOn, endsOn, done: doneMonths(audit, duty) }]
}

function doneMonths(audit: Audit, duty: Duty): DutyPlan['done'] {
  return [...audit.occurrences.values()]
    .filter((occurrence) => occurrence.duty === duty.id)
    .flatMap(({ month }) => {
      const done = doneOccurrence(audit, duty, month)
      return done === undefined ? [] : [{ month, doneOn: done.doneOn }]
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}

function subjectOf(of: Finding): string {
  return of.title.values[0]?.content.body.subject ?? ''
}

function ownerOf(each: Measure): string {
  return each.owner.values[0]?.content.body.owner ?? ''
}
