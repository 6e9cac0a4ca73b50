// Every field of the audit that holds two versions. No report is issued over one, wherever it is.
import type { Audit, Existence, Finding } from '../../domain/audit/Audit.ts'
import { auditEntity, type FindingId } from '../../domain/audit/entityIds.ts'
import { placeOf } from '../../domain/audit/measure.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { isInConflict } from '../../domain/oplog/Register.ts'
import type { FindingReference, ReportProblem } from './ReportProblem.ts'

type ConflictProblem = Extract<ReportProblem, { code: 'conflict-open' }>

interface Fields {
  readonly entity: EntityId
  readonly finding?: FindingReference | undefined
  /** Field name → its register, or what became of the entity as a whole. */
  readonly fields: Readonly<Record<string, { readonly values: readonly unknown[] } | Existence>>
}

export function listOpenConflicts(
  audit: Audit,
  references: ReadonlyMap<FindingId, FindingReference>,
): readonly ConflictProblem[] {
  return [
    { entity: auditEntity, fields: { ...audit.header } },
    ...[...audit.findings.values()].map((finding) => fieldsOf(finding, references)),
    ...[...audit.measures.values()].filter(isKept).map((measure): Fields => {
      const { id, removedFrom, ...fields } = measure
      const finding = placeOf(measure)?.finding ?? removedFrom
      return { entity: id, finding: finding && references.get(finding), fields }
    }),
    ...[...audit.answers.values()].map(({ id, judgement, value, note }) => ({
      entity: id,
      fields: { judgement, value, note },
    })),
    ...[...audit.items.values()].filter(isKept).map(({ id, ...fields }) => ({ entity: id, fields })),
    ...[...audit.evidence.values()].filter(isKept).map(({ id, ...fields }) => ({ entity: id, fields })),
  ].flatMap(conflictsIn)
}

/** What was removed by everyone who knew it is out of the report, and so are its versions. */
function isKept({ existence }: { readonly existence: Existence }): boolean {
  return existence !== 'removed'
}

function fieldsOf(finding: Finding, references: ReadonlyMap<FindingId, FindingReference>): Fields {
  const { id, parts, ...fields } = finding
  return { entity: id, finding: references.get(id), fields: { ...fields, ...parts } }
}

function conflictsIn({ entity, finding, fields }: Fields): readonly ConflictProblem[] {
  return Object.entries(fields)
    .filter(([, field]) => (typeof field === 'string' ? field === 'removed-but-edited' : isInConflict(field)))
    .map(([field]) => ({ code: 'conflict-open', entity, field, ...(finding === undefined ? {} : { finding }) }))
}
