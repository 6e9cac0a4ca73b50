// Which values are texts that can be merged by writing: everything else is chosen whole, because half a date is none.
import { auditKinds, type AuditKind } from '../../../domain/audit/auditKinds.ts'
import { must } from '../../../domain/must.ts'
import type { AuditContent } from '../history/AuditContent.ts'

const proseFields: { readonly [Kind in AuditKind]?: 'text' | 'subject' } = {
  'audit-titled': 'subject',
  'answer-noted': 'text',
  'medium-described': 'text',
  'finding-lead-worded': 'text',
  'finding-conditions-worded': 'text',
  'finding-criteria-worded': 'text',
  'finding-cause-worded': 'text',
  'finding-effect-worded': 'text',
  'finding-recommendation-worded': 'text',
  'measure-worded': 'text',
  'evidence-captioned': 'text',
  'measure-evidence-captioned': 'text',
}

/** The text of a value; undefined where the value is not a text. */
export function proseOf(content: AuditContent): string | undefined {
  const field = proseFields[content.kind]
  if (field === undefined) return undefined
  return new Map<string, unknown>(Object.entries(content.body)).get(field)?.toString()
}

/** The value of the same kind that says `text` instead. */
export function withProse(content: AuditContent, text: string): AuditContent {
  const field = must(proseFields[content.kind], `text field of ${content.kind}`)
  const body = must(auditKinds[content.kind].parse({ [field]: text }), `a ${content.kind} of this text`)
  // The parser of the kind made the body; the union of contents cannot express that link.
  return { kind: content.kind, body } as AuditContent
}
