// Raising a finding: the draft from failing answers becomes a finding with its linked questions, at the end of the list.
import type { Audit } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import type { FindingDraft } from './draftFinding.ts'
import { firstDraft } from './draftFor.ts'
import type { FindingId } from './entityIds.ts'
import { linkedQuestions } from './decideLinks.ts'
import { findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { err, ok, type Result } from '../Result.ts'
import type { QuestionId, TemplateId } from '../template/Template.ts'

/** Refused where a standing finding already speaks of one of the questions: it should be opened instead. */
export function decideRaiseFinding(
  audit: Audit,
  id: FindingId,
  draft: FindingDraft,
): Result<readonly AuditDraft[], 'already-raised'> {
  const questions = draft.questions.map(({ template, question }) => ({ template: template.id, question: question.id }))
  if (questions.some(({ template, question }) => findingOf(audit, template, question) !== undefined))
    return err('already-raised')
  return ok([
    firstDraft(id, 'finding-raised', { questions }),
    firstDraft(id, 'finding-placed', { position: nextPosition(audit) }),
    firstDraft(id, 'finding-titled', { subject: draft.subject, demand: draft.demand }),
    firstDraft(id, 'finding-classed', { class: 'finding' }),
    firstDraft(id, 'finding-lead-worded', { text: draft.lead }),
    firstDraft(id, 'finding-conditions-worded', { text: draft.conditions }),
    firstDraft(id, 'finding-criteria-worded', { text: draft.criteria }),
    firstDraft(id, 'finding-recommendation-worded', { text: draft.recommendation }),
    firstDraft(id, 'finding-advanced', { state: 'draft' }),
  ])
}

/** A finding that no question led to, with nothing worded yet. */
export function decideRaiseEmptyFinding(audit: Audit, id: FindingId): readonly AuditDraft[] {
  return [
    firstDraft(id, 'finding-raised', { questions: [] }),
    firstDraft(id, 'finding-placed', { position: nextPosition(audit) }),
    firstDraft(id, 'finding-titled', { subject: '', demand: 'improve' }),
    firstDraft(id, 'finding-classed', { class: 'finding' }),
    firstDraft(id, 'finding-advanced', { state: 'draft' }),
  ]
}

/** The standing finding that speaks of a question. */
export function findingOf(audit: Audit, template: TemplateId, question: QuestionId): FindingId | undefined {
  return findingsInOrder(audit).find(
    (finding) =>
      !isWithdrawn(finding) &&
      linkedQuestions(finding).some((linked) => linked.template === template && linked.question === question),
  )?.id
}

function nextPosition(audit: Audit): number {
  const positions = [...audit.findings.values()].map(
    (finding) => finding.position.values[0]?.content.body.position ?? 0,
  )
  return Math.max(0, ...positions) + 1
}
