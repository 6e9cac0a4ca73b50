// The questions that a finding belongs to: those that it was raised from, unless somebody has linked others since.
import type { Finding } from '../../domain/audit/Audit.ts'
import type { SampleRef } from '../../domain/audit/entityIds.ts'

type Linking = { readonly content: { readonly body: { readonly questions: readonly SampleRef[] } } }

/** Of several versions, those of all of them. */
export function linkedQuestions({ origin, links }: Finding): readonly SampleRef[] {
  const values: readonly Linking[] = links.values.length > 0 ? links.values : origin.values
  return values.flatMap(({ content }) => content.body.questions)
}
