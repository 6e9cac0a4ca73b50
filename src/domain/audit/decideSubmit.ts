// The unit hands in the measures of a finding as a whole; an auditor takes them or returns them with a reason [A15].
import type { Audit, Finding, Measure } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { hasConflictingMeasure, measuresContentHash } from './contentHash.ts'
import { draftFor } from './draftFor.ts'
import type { MeasureId } from './entityIds.ts'
import { dateProblem, noticeProblem, type DateProblem, type NoticeProblem } from './measureDates.ts'
import { measuresOf } from './measure.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { err, ok, type Result } from '../Result.ts'

export type SubmitRefusal =
  'measures-missing' | 'in-conflict' | 'text-missing' | 'schedule-missing' | DateProblem | NoticeProblem

export interface SubmissionObstacle {
  readonly code: SubmitRefusal
  /** Missing where the finding has none yet. */
  readonly measure?: MeasureId
}

/** Everything that stands in the way, measure by measure; empty where they can be handed in. */
export function submissionObstacles(audit: Audit, finding: Finding, today: CalendarDay): readonly SubmissionObstacle[] {
  const measures = measuresOf(audit, finding.id)
  if (measures.length === 0) return [{ code: 'measures-missing' }]
  return measures.flatMap((measure) => {
    const code = problemOf(audit, measure, today)
    return code === undefined ? [] : [{ code, measure: measure.id }]
  })
}

function problemOf(audit: Audit, measure: Measure, today: CalendarDay): SubmitRefusal | undefined {
  if (hasConflictingMeasure(measure)) return 'in-conflict'
  if ((settledValue(measure.text)?.body.text ?? '').trim() === '') return 'text-missing'
  if (measure.schedule.values.length === 0) return 'schedule-missing'
  return dateProblem(measure, today) ?? noticeProblem(audit, measure)
}

/** Refused with the first of `submissionObstacles`. */
export function decideSubmitMeasures(
  audit: Audit,
  finding: Finding,
  { today, hash }: { readonly today: CalendarDay; readonly hash: Sha256 },
): Result<readonly AuditDraft[], SubmitRefusal> {
  const [first] = submissionObstacles(audit, finding, today)
  if (first !== undefined) return err(first.code)
  const contentHash = measuresContentHash(audit, finding, hash)
  return ok(draftFor({ entity: finding.id, register: finding.submission }, 'measures-submitted', { contentHash }))
}

export function decideReturnMeasures(
  finding: Finding,
  reason: string,
): Result<readonly AuditDraft[], 'reason-missing' | 'not-submitted'> {
  if (finding.submission.values.length === 0) return err('not-submitted')
  if (reason.trim() === '') return err('reason-missing')
  const body = { reason: reason.trim() }
  return ok(draftFor({ entity: finding.id, register: finding.submission }, 'measures-returned', body))
}
