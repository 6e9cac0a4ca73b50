// Why the follow-up report cannot be published yet, each obstacle with its place [A27].
// What the unit has planned for a day is no obstacle, and neither is what nobody has verified yet: the notice is published as it came.
import type { Audit, Finding, Measure } from './Audit.ts'
import type { AuditSight } from './decideSignOff.ts'
import { auditEntity, type FindingId } from './entityIds.ts'
import { isIssued, isNumbered } from './issue.ts'
import { obstaclesInLog, obstaclesOfFinding, type IssueObstacle, type IssueObstacleCode } from './issueObstacles.ts'
import { measuresOf } from './measure.ts'
import { noticeProblem } from './measureDates.ts'
import { printedFindings, publicationStateOf, type PrintedNames } from './publication.ts'
import { submissionOf } from './submission.ts'
import type { EntityId } from '../oplog/Dot.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type PublishObstacleCode =
  | Exclude<IssueObstacleCode, 'nothing-to-issue' | 'visit-date-missing'>
  /** Of the audit. */
  | 'not-issued'
  | 'nothing-to-publish'
  | 'nothing-new'
  | 'notice-missing'
  /** Of a finding. */
  | 'number-provisional'
  | 'measures-missing'
  | 'not-submitted'
  | 'submission-returned'
  | 'changed-since-submission'
  /** Of a measure. */
  | 'measure-text-missing'
  | 'measure-class-missing'

export interface PublishObstacle {
  readonly code: PublishObstacleCode
  /** Where it is to be put right. */
  readonly entity: EntityId
  /** Its finding, where it belongs to one. */
  readonly finding?: FindingId
  /** Name of the register. */
  readonly register?: string
}

export interface PublishSight extends AuditSight {
  /** What the classes are called that the report prints; missing where all are called as they are built in. */
  readonly names?: PrintedNames
}

/** Most basic first; empty where the report can be published. */
export function listPublishObstacles(sight: PublishSight, hash: Sha256): readonly PublishObstacle[] {
  const { audit } = sight
  if (!isIssued(audit)) return [{ code: 'not-issued', entity: auditEntity }]
  return [
    ...obstaclesInLog(sight).flatMap(asPublishObstacle),
    ...ofAudit(sight, hash).map((code): PublishObstacle => ({ code, entity: auditEntity })),
    ...printedFindings(audit).flatMap((finding) => [
      ...obstaclesOfFinding(audit, finding, hash).flatMap(asPublishObstacle),
      ...ofFinding(audit, finding, hash),
    ]),
  ]
}

/** Those of the issue that are none of its own. */
function asPublishObstacle({ code, ...place }: IssueObstacle): readonly PublishObstacle[] {
  return code === 'nothing-to-issue' || code === 'visit-date-missing' ? [] : [{ code, ...place }]
}

function ofAudit({ audit, names }: PublishSight, hash: Sha256): readonly PublishObstacleCode[] {
  const { reportNo, unit, notice, issue } = audit.header
  return [
    ...(issue.values.length > 1 ? (['issue-unconfirmed'] as const) : []),
    ...(printedFindings(audit).length === 0 ? (['nothing-to-publish'] as const) : []),
    ...(publicationStateOf(audit, hash, names) === 'published' ? (['nothing-new'] as const) : []),
    ...((settledValue(reportNo)?.body.reportNo ?? '').trim() === '' ? (['report-number-missing'] as const) : []),
    ...((settledValue(unit)?.body.unit ?? '').trim() === '' ? (['unit-missing'] as const) : []),
    ...((settledValue(notice)?.body.receivedOn ?? null) === null ? (['notice-missing'] as const) : []),
  ]
}

function ofFinding(audit: Audit, finding: Finding, hash: Sha256): readonly PublishObstacle[] {
  const place = { entity: finding.id, finding: finding.id }
  const measures = measuresOf(audit, finding.id)
  const open = measures.flatMap((measure) =>
    codesOf(audit, measure).map((code): PublishObstacle => ({ code, entity: measure.id, finding: finding.id })),
  )
  const handIn = measures.length === 0 ? 'measures-missing' : submissionCode(audit, finding, hash)
  return [
    ...(isNumbered(audit, finding.id) ? [] : [{ code: 'number-provisional', ...place } as const]),
    ...open,
    ...(handIn === undefined ? [] : [{ code: handIn, ...place }]),
  ]
}

function submissionCode(audit: Audit, finding: Finding, hash: Sha256): PublishObstacleCode | undefined {
  switch (submissionOf(audit, finding, hash).state) {
    case 'open':
      return 'not-submitted'
    case 'returned':
      return 'submission-returned'
    case 'changed-since':
      return 'changed-since-submission'
    // What is in conflict is listed among the conflicts.
    case 'submitted':
    case 'in-conflict':
      return undefined
  }
}

function codesOf(audit: Audit, measure: Measure): readonly PublishObstacleCode[] {
  const isWordless = measure.text.values.every(({ content }) => content.body.text.trim() === '')
  const schedule = scheduleCode(audit, measure)
  return [...(isWordless ? (['measure-text-missing'] as const) : []), ...(schedule === undefined ? [] : [schedule])]
}

function scheduleCode(audit: Audit, measure: Measure): PublishObstacleCode | undefined {
  if (measure.schedule.values.length === 0) return 'measure-class-missing'
  const schedule = settledValue(measure.schedule)
  const isUndated =
    (schedule?.kind === 'measure-completed' && schedule.body.doneOn === null) ||
    (schedule?.kind === 'measure-planned' && schedule.body.plannedOn === null)
  return isUndated ? 'measure-date-missing' : noticeProblem(audit, measure)
}
