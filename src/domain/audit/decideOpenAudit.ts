// Opening an audit: what it is about, who is audited, and which checklists, pinned to their versions.
import type { AuditDraft } from './auditKinds.ts'
import { firstDraft } from './draftFor.ts'
import { auditEntity } from './entityIds.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { err, ok, type Result } from '../Result.ts'
import type { TemplateId } from '../template/Template.ts'

export interface AuditWish {
  readonly subject: string
  readonly unit: string
  readonly reportNo: string
  /** The chapter of the audit report in which the findings stand: the ２ of ２（１）. */
  readonly chapter: number
  readonly templates: readonly { readonly template: TemplateId; readonly version: number }[]
  readonly team: readonly string[]
  readonly visitOn: CalendarDay | null
}

export type OpenAuditRefusal = 'subject-missing' | 'unit-missing' | 'checklist-missing'

export function decideOpenAudit(wish: AuditWish): Result<readonly AuditDraft[], OpenAuditRefusal> {
  const subject = wish.subject.trim()
  const unit = wish.unit.trim()
  if (unit === '') return err('unit-missing')
  if (subject === '') return err('subject-missing')
  if (wish.templates.length === 0) return err('checklist-missing')
  const members = wish.team.map((name) => name.trim()).filter((name) => name !== '')
  return ok([
    firstDraft(auditEntity, 'audit-opened', { templates: wish.templates }),
    firstDraft(auditEntity, 'audit-titled', { subject }),
    firstDraft(auditEntity, 'unit-assigned', { unit }),
    firstDraft(auditEntity, 'audit-numbered', { reportNo: wish.reportNo.trim() }),
    firstDraft(auditEntity, 'audit-chaptered', { chapter: wish.chapter }),
    firstDraft(auditEntity, 'team-assigned', { members }),
    firstDraft(auditEntity, 'visit-scheduled', { visitOn: wish.visitOn }),
    firstDraft(auditEntity, 'audit-advanced', { state: 'preparing' }),
  ])
}
