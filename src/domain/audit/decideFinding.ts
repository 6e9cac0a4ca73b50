// Changing a finding: its words, title, class, order, and whether it stands.
import type { Finding } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import type { FindingPart } from './auditVocabulary.ts'
import { draftFor } from './draftFor.ts'
import type { Demand } from '../template/Template.ts'
import { err, ok, type Result } from '../Result.ts'

export function decideWordFinding(finding: Finding, part: FindingPart, text: string): readonly AuditDraft[] {
  const entity = finding.id
  switch (part) {
    case 'lead':
      return draftFor({ entity, register: finding.parts.lead }, 'finding-lead-worded', { text })
    case 'conditions':
      return draftFor({ entity, register: finding.parts.conditions }, 'finding-conditions-worded', { text })
    case 'criteria':
      return draftFor({ entity, register: finding.parts.criteria }, 'finding-criteria-worded', { text })
    case 'cause':
      return draftFor({ entity, register: finding.parts.cause }, 'finding-cause-worded', { text })
    case 'effect':
      return draftFor({ entity, register: finding.parts.effect }, 'finding-effect-worded', { text })
    case 'recommendation':
      return draftFor({ entity, register: finding.parts.recommendation }, 'finding-recommendation-worded', { text })
  }
}

/** Subject and demand make one title, so they travel together. */
export function decideTitleFinding(
  finding: Finding,
  title: { subject: string; demand: Demand },
): readonly AuditDraft[] {
  return draftFor({ entity: finding.id, register: finding.title }, 'finding-titled', {
    subject: title.subject,
    demand: title.demand,
  })
}

/** `findingClass`: a code of the organisation's library. */
export function decideClassFinding(finding: Finding, findingClass: string): readonly AuditDraft[] {
  return draftFor({ entity: finding.id, register: finding.class }, 'finding-classed', { class: findingClass })
}

export function decidePlaceFinding(finding: Finding, position: number): readonly AuditDraft[] {
  return draftFor({ entity: finding.id, register: finding.position }, 'finding-placed', { position })
}

/** A withdrawn finding keeps its number and stays visible; why it was withdrawn must be said. */
export function decideWithdrawFinding(
  finding: Finding,
  reason: string,
): Result<readonly AuditDraft[], 'reason-missing'> {
  if (reason.trim() === '') return err('reason-missing')
  return ok(
    draftFor({ entity: finding.id, register: finding.standing }, 'finding-withdrawn', { reason: reason.trim() }),
  )
}

export function decideReinstateFinding(finding: Finding): readonly AuditDraft[] {
  return draftFor({ entity: finding.id, register: finding.standing }, 'finding-reinstated', {})
}
