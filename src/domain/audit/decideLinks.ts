// What a finding stands in relation to: the questions it speaks of, an earlier finding that it repeats, how severe it is.
import type { Audit, Finding } from './Audit.ts'
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import { draftFor } from './draftFor.ts'
import { chapterOf, findingNumbers } from './findingOrder.ts'
import { fiscalYearOfAudit } from './fiscalYearOfAudit.ts'
import { settledValue } from '../oplog/Register.ts'
import type { StreamId } from '../oplog/Dot.ts'
import type { Language } from '../template/Localised.ts'
import { findingNumber } from '../text/findingNumber.ts'

export type LinkedQuestion = AuditBodies['finding-questions-linked']['questions'][number]
export type RepeatedFinding = NonNullable<AuditBodies['finding-repeat-linked']['repeatOf']>

/** The questions a finding speaks of: those chosen since it was raised, else those it was raised from. All versions of a conflict. */
export function linkedQuestions({ links, origin }: Finding): readonly LinkedQuestion[] {
  const { values } = links.values.length > 0 ? links : origin
  const all = values.flatMap(({ content }) => content.body.questions)
  const byKey = new Map(all.map((each) => [`${each.template}/${each.question}`, each]))
  return [...byKey.values()]
}

export function decideLinkQuestions(finding: Finding, questions: readonly LinkedQuestion[]): readonly AuditDraft[] {
  const chosen = questions.map(({ template, question }) => ({ template, question }))
  const isSame = JSON.stringify(linkedQuestions(finding)) === JSON.stringify(chosen)
  if (isSame && finding.links.values.length < 2) return []
  return draftFor({ entity: finding.id, register: finding.links }, 'finding-questions-linked', { questions: chosen })
}

/** Null: no repeat of anything. */
export function decideLinkRepeat(finding: Finding, repeatOf: RepeatedFinding | null): readonly AuditDraft[] {
  if (repeatOf === null && finding.repeat.values.length === 0) return []
  return draftFor({ entity: finding.id, register: finding.repeat }, 'finding-repeat-linked', {
    repeatOf: repeatOf && { ...repeatOf },
  })
}

/** A finding of an earlier audit as another one repeats it. */
export function asRepeated(
  audit: Audit,
  finding: Finding,
  { stream, language }: { readonly stream: StreamId; readonly language: Language },
): RepeatedFinding {
  const number = findingNumbers(audit).get(finding.id) ?? 0
  return {
    stream,
    finding: finding.id,
    number: findingNumber(chapterOf(audit), number, language),
    subject: finding.title.values[0]?.content.body.subject ?? '',
    unit: audit.header.unit.values[0]?.content.body.unit ?? '',
    fiscalYear: fiscalYearOfAudit(audit),
  }
}

export function repeatedFinding(finding: Finding): RepeatedFinding | null {
  return settledValue(finding.repeat)?.body.repeatOf ?? null
}

/** A code of the organisation's library; null: not rated. */
export function decideRateSeverity(finding: Finding, severity: string | null): readonly AuditDraft[] {
  if (severity === null && finding.severity.values.length === 0) return []
  return draftFor({ entity: finding.id, register: finding.severity }, 'finding-severity-rated', { severity })
}

export function severityOf(finding: Finding): string | null {
  return settledValue(finding.severity)?.body.severity ?? null
}
