// Changing what an audit's header says. Each field is a register of its own: two people can fill in different ones.
import type { AuditHeader } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import type { AuditState } from './auditVocabulary.ts'
import { draftFor } from './draftFor.ts'
import { auditEntity } from './entityIds.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { err, ok, type Result } from '../Result.ts'

export interface HeaderChange {
  readonly subject?: string
  readonly unit?: string
  readonly reportNo?: string
  readonly chapter?: number
  readonly team?: readonly string[]
  readonly visitOn?: CalendarDay | null
  readonly noticeOn?: CalendarDay | null
}

export function decideDescribeAudit(
  header: AuditHeader,
  change: HeaderChange,
): Result<readonly AuditDraft[], 'subject-missing' | 'unit-missing'> {
  const { subject, unit, reportNo, chapter, team, visitOn, noticeOn } = change
  if (subject?.trim() === '') return err('subject-missing')
  if (unit?.trim() === '') return err('unit-missing')
  const entity = auditEntity
  const drafts: AuditDraft[] = []
  if (subject !== undefined)
    drafts.push(...draftFor({ entity, register: header.subject }, 'audit-titled', { subject: subject.trim() }))
  if (unit !== undefined)
    drafts.push(...draftFor({ entity, register: header.unit }, 'unit-assigned', { unit: unit.trim() }))
  if (reportNo !== undefined)
    drafts.push(...draftFor({ entity, register: header.reportNo }, 'audit-numbered', { reportNo: reportNo.trim() }))
  if (chapter !== undefined)
    drafts.push(...draftFor({ entity, register: header.chapter }, 'audit-chaptered', { chapter }))
  if (team !== undefined)
    drafts.push(...draftFor({ entity, register: header.team }, 'team-assigned', { members: team }))
  if (visitOn !== undefined)
    drafts.push(...draftFor({ entity, register: header.visit }, 'visit-scheduled', { visitOn }))
  if (noticeOn !== undefined)
    drafts.push(...draftFor({ entity, register: header.notice }, 'notice-dated', { receivedOn: noticeOn }))
  return ok(drafts)
}

/** Completing a step: fieldwork done → drafting, report handed over → reported, and so on. Going back is allowed and stays in the history. */
export function decideAdvanceAudit(header: AuditHeader, state: AuditState): readonly AuditDraft[] {
  return draftFor({ entity: auditEntity, register: header.state }, 'audit-advanced', { state })
}
