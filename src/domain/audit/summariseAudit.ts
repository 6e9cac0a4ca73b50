// What the list of audits shows of one audit, small enough to keep beside the log so that the list opens no audit.
import type { AuditDocument } from './AuditDocument.ts'
import type { Audit } from './Audit.ts'
import type { AuditState } from './auditVocabulary.ts'
import { askedItems } from './askedItems.ts'
import { dueRecordOf } from './dueRecord.ts'
import { fiscalYearOfAudit } from './fiscalYearOfAudit.ts'
import { chapterOf } from './findingOrder.ts'
import { isIssued } from './issue.ts'
import { issuedFindings } from './IssuedFinding.ts'
import { listConflicts } from './listConflicts.ts'
import { listLate } from './listLate.ts'
import { pinnedTemplates } from './pinnedTemplates.ts'
import { measuresOf } from './measure.ts'
import { printedFindings } from './publication.ts'
import { nextUnanswered, progressOf } from './progressOf.ts'
import { placeWithRole, recordedAnswer } from './placeWithRole.ts'
import { isFailing, judgementOf } from './questionStatus.ts'
import { signOffOf } from './signOff.ts'
import type { AuditSummary } from './AuditSummary.ts'
import { summariseFindings, summariseMeasures } from './FindingSummary.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export function summariseAudit(document: AuditDocument, hash: Sha256): AuditSummary {
  const { audit } = document
  const { header } = audit
  const templates = pinnedTemplates(audit)
  const next = nextUnanswered(audit, templates)
  return {
    subject: header.subject.values[0]?.content.body.subject ?? '',
    unit: header.unit.values[0]?.content.body.unit ?? '',
    reportNo: header.reportNo.values[0]?.content.body.reportNo ?? '',
    team: header.team.values[0]?.content.body.members ?? [],
    state: auditStateOf(audit),
    visitOn: header.visit.values[0]?.content.body.visitOn ?? null,
    noticeOn: header.notice.values[0]?.content.body.receivedOn ?? null,
    progress: progressOf(audit, templates),
    next: next === undefined ? null : { template: next.template.id, question: next.question.id },
    chapter: chapterOf(audit),
    fiscalYear: fiscalYearOfAudit(audit),
    findings: summariseFindings(audit, hash),
    measures: summariseMeasures(audit, hash),
    media: summariseMedia(audit),
    conflicts: listConflicts(document.state).length,
    signOff: signOffOf(audit) === undefined ? 'open' : 'signed',
    late: listLate(document.state).filter(({ placement }) => placement === undefined).length,
    due: dueRecordOf(audit),
    issued: issuedFindings(audit, hash),
  }
}

/**
 * An audit that was only prepared counts as fieldwork as soon as something was answered, any as reported once its report is issued, and
 * as published once its follow-up report is: for good where nothing is left to be done, as followed up still where something is.
 */
export function auditStateOf(audit: Audit): AuditState {
  const state = audit.header.state.values[0]?.content.body.state ?? 'preparing'
  if (audit.publications.size > 0) return hasOpenMeasures(audit) ? 'following-up' : 'published'
  if (isIssued(audit) && !afterIssue.has(state)) return 'reported'
  return state === 'preparing' && audit.answers.size > 0 ? 'fieldwork' : state
}

function hasOpenMeasures(audit: Audit): boolean {
  return printedFindings(audit)
    .flatMap(({ id }) => measuresOf(audit, id))
    .some(({ schedule }) => !closed.has(settledValue(schedule)?.kind ?? ''))
}

const closed: ReadonlySet<string> = new Set(['measure-completed', 'measure-declined'])

const afterIssue: ReadonlySet<AuditState> = new Set(['reported', 'following-up', 'published'])

function summariseMedia(audit: Audit): AuditSummary['media'] {
  const registered = placeWithRole(audit, 'registered')
  const items = askedItems(audit, 'media')
  const unregistered = items.filter(({ id }) => {
    const answer = recordedAnswer(audit, registered, id)
    return answer !== undefined && isFailing(judgementOf(answer))
  })
  return { present: items.length, unregistered: unregistered.length }
}
