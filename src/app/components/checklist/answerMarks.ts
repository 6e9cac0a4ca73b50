// Which questions have a note and which have evidence, their roster items included. Keys as `questionKey` makes them.
import type { Audit } from '../../../domain/audit/Audit.ts'
import { parseAnswerEntity } from '../../../domain/audit/entityIds.ts'
import { fileOf, presentEvidence } from '../../../domain/audit/evidence.ts'
import type { EntityId } from '../../../domain/oplog/Dot.ts'

export interface AnswerMarks {
  readonly noted: ReadonlySet<string>
  readonly evidenced: ReadonlySet<string>
}

export function questionKey(template: string, question: string): string {
  return `${template}/${question}`
}

/** Undefined for what is no answer. */
export function questionKeyOf(entity: EntityId): string | undefined {
  const ref = parseAnswerEntity(entity)
  return ref && questionKey(ref.template, ref.question)
}

export function answerMarks(audit: Audit): AnswerMarks {
  const noted = [...audit.answers.values()].filter(({ note }) =>
    note.values.some(({ content }) => content.body.text.trim() !== ''),
  )
  const supported = presentEvidence(audit).map((evidence) => fileOf(evidence)?.supports)
  const keys = supported.map((entity) => entity && questionKeyOf(entity)).filter((key) => key !== undefined)
  return { noted: new Set(noted.map(({ ref }) => questionKey(ref.template, ref.question))), evidenced: new Set(keys) }
}
