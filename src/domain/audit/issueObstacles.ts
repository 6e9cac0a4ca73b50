// Why a report cannot be issued yet, each obstacle with its place [A18].
import type { Audit, Finding } from './Audit.ts'
import { hasConflictingContent } from './contentHash.ts'
import { countNewer } from './countNewer.ts'
import { isWorded } from './decideReview.ts'
import type { AuditSight } from './decideSignOff.ts'
import { isUnfilled } from './DraftingContext.ts'
import { auditEntity, type FindingId } from './entityIds.ts'
import { factCheckOf } from './factCheck.ts'
import { findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { issuedNumbers } from './issue.ts'
import { listConflicts } from './listConflicts.ts'
import { listLate } from './listLate.ts'
import { measuresOf } from './measure.ts'
import { noticeProblem } from './measureDates.ts'
import { reviewOf } from './review.ts'
import type { EntityId } from '../oplog/Dot.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type IssueObstacleCode =
  /** Of the audit. */
  | 'nothing-to-issue'
  /** This tablet's own issue is not confirmed yet, and another one was. */
  | 'issue-unconfirmed'
  | 'newer-entries'
  | 'report-number-missing'
  | 'unit-missing'
  | 'visit-date-missing'
  /** Of anything: `register` says of which field. */
  | 'conflict'
  | 'late-entry'
  /** Of a finding. */
  | 'text-missing'
  | 'blank-left'
  | 'not-reviewed'
  | 'sent-back'
  | 'changed-since-approval'
  | 'objection-open'
  /** Of a measure. */
  | 'measure-date-missing'
  | 'done-after-notice'
  | 'planned-before-notice'

export interface IssueObstacle {
  readonly code: IssueObstacleCode
  /** Where it is to be put right. */
  readonly entity: EntityId
  /** Its finding, where it belongs to one. */
  readonly finding?: FindingId
  /** Name of the register. */
  readonly register?: string
}

/** Most basic first; empty where the report can be issued. */
export function listIssueObstacles(sight: AuditSight, hash: Sha256): readonly IssueObstacle[] {
  const { audit } = sight
  const standing = findingsInOrder(audit).filter((finding) => !isWithdrawn(finding))
  return [
    ...obstaclesInLog(sight),
    ...ofAudit(audit),
    ...standing.flatMap((finding) => [...obstaclesOfFinding(audit, finding, hash), ...ofMeasures(audit, finding)]),
  ]
}

/** What nobody can act on before it is settled: entries of a newer release, conflicts, late entries. */
export function obstaclesInLog({ state }: AuditSight): readonly IssueObstacle[] {
  const conflicts = listConflicts(state).map(({ entity, name }) => of('conflict', entity, { register: name }))
  const late = listLate(state).filter(({ placement }) => placement === undefined)
  return [
    ...(countNewer(state) > 0 ? [of('newer-entries', auditEntity)] : []),
    ...conflicts,
    ...late.map(({ entity }) => of('late-entry', entity)),
  ]
}

function of(code: IssueObstacleCode, entity: EntityId, place: Omit<IssueObstacle, 'code' | 'entity'> = {}) {
  return { code, entity, ...place }
}

function ofAudit(audit: Audit): readonly IssueObstacle[] {
  const { reportNo, unit, visit, issue } = audit.header
  const issued = issuedNumbers(audit)
  const isNew = [...audit.findings.values()].some((finding) => !isWithdrawn(finding) && !issued.has(finding.id))
  const missing = [
    ...(issue.values.length > 1 ? (['issue-unconfirmed'] as const) : []),
    ...(isNew ? [] : (['nothing-to-issue'] as const)),
    ...((settledValue(reportNo)?.body.reportNo ?? '').trim() === '' ? (['report-number-missing'] as const) : []),
    ...((settledValue(unit)?.body.unit ?? '').trim() === '' ? (['unit-missing'] as const) : []),
    ...((settledValue(visit)?.body.visitOn ?? null) === null ? (['visit-date-missing'] as const) : []),
  ]
  return missing.map((code) => of(code, auditEntity))
}

/** Of its words and of their approval. */
export function obstaclesOfFinding(audit: Audit, finding: Finding, hash: Sha256): readonly IssueObstacle[] {
  const place = { finding: finding.id }
  const parts = Object.entries(finding.parts).filter(([, part]) =>
    part.values.some(({ content }) => isUnfilled(content.body.text)),
  )
  const review = reviewCode(audit, finding, hash)
  return [
    // A text with two versions is listed among the conflicts.
    ...(isWorded(finding) || hasConflictingContent(finding) ? [] : [of('text-missing', finding.id, place)]),
    ...parts.map(([register]) => of('blank-left', finding.id, { ...place, register })),
    ...(review === undefined ? [] : [of(review, finding.id, place)]),
  ]
}

/** An objection that came after the approval is told of as such; one that was approved in spite of it hinders nothing [A12]. */
function reviewCode(audit: Audit, finding: Finding, hash: Sha256): IssueObstacleCode | undefined {
  switch (reviewOf(audit, finding, hash).state) {
    case 'approved':
      return undefined
    case 'sent-back':
      return 'sent-back'
    case 'in-conflict':
      // Listed among the conflicts.
      return undefined
    case 'open':
    case 'changed-since':
      if (factCheckOf(audit, finding, hash).state === 'objected') return 'objection-open'
      return finding.review.values.length === 0 ? 'not-reviewed' : 'changed-since-approval'
  }
}

function ofMeasures(audit: Audit, { id: finding }: Finding): readonly IssueObstacle[] {
  return measuresOf(audit, finding).flatMap((measure) => {
    const schedule = settledValue(measure.schedule)
    const isUndated =
      (schedule?.kind === 'measure-completed' && schedule.body.doneOn === null) ||
      (schedule?.kind === 'measure-planned' && schedule.body.plannedOn === null)
    const code = isUndated ? 'measure-date-missing' : noticeProblem(audit, measure)
    return code === undefined ? [] : [of(code, measure.id, { finding })]
  })
}
