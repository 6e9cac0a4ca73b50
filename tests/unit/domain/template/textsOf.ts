// Gathers the texts of a checklist for the tests, by what they are for.
import type { Localised } from '../../../../src/domain/template/Localised.ts'
import type { Question } from '../../../../src/domain/template/Template.ts'

/** Every text in both languages anywhere inside `value`. */
export function textsIn(value: unknown): readonly Localised[] {
  if (typeof value !== 'object' || value === null) return []
  if (isLocalised(value)) return [value]
  return Object.values(value).flatMap(textsIn)
}

/** What the auditor reads while answering. */
export function questionTexts({ text, guidance, evidenceHint, finding }: Question): readonly Localised[] {
  return [text, guidance, evidenceHint, finding.subject]
}

export function conditionsOf({ finding }: Question): readonly Localised[] {
  const { condition, alone, sinceRenewal, sampled } = finding
  return [condition, alone?.condition, sinceRenewal, sampled].filter((text) => text !== undefined)
}

export function recommendationsOf({ finding }: Question): readonly Localised[] {
  return [finding.recommendation, ...(finding.alone ? [finding.alone.recommendation] : [])]
}

function isLocalised(value: object): value is Localised {
  return 'ja' in value && typeof value.ja === 'string' && 'en' in value && typeof value.en === 'string'
}
