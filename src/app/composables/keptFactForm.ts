// What an auditee has filled in, as text that survives a killed browser. The signature is made anew.
import { emptyFactForm, type FactForm } from '../components/facts/FactForm.ts'
import { factOutcomes } from '../../domain/audit/auditVocabulary.ts'
import { isFindingId, type FindingId } from '../../domain/audit/entityIds.ts'
import { branded, listOf, nullOr, oneOf, shape, text } from '../../domain/parse/Parser.ts'

export interface FilledForm {
  readonly form: FactForm
  /** What each finding said when it was answered. */
  readonly seen: ReadonlyMap<FindingId, string>
}

const parseFilled = shape({
  name: text(),
  position: text(),
  answers: listOf(
    shape({
      finding: branded(isFindingId),
      outcome: nullOr(oneOf(factOutcomes)),
      objection: text(Number.MAX_SAFE_INTEGER),
      seen: text(),
    }),
  ),
})

/** Empty where nothing is filled in. */
export function factFormText({ form, seen }: FilledForm): string {
  const { name, position } = form
  const answers = [...form.answers].map(([finding, answer]) => ({ finding, ...answer, seen: seen.get(finding) ?? '' }))
  const isEmpty = answers.length === 0 && name === '' && position === ''
  return isEmpty ? '' : JSON.stringify({ name, position, answers })
}

/** Undefined where it is no such text. */
export function readFactForm(words: string): FilledForm | undefined {
  const filled = parseFilled(parseJson(words))
  if (filled === undefined) return undefined
  const { name, position, answers } = filled
  return {
    form: {
      ...emptyFactForm,
      name,
      position,
      answers: new Map(answers.map(({ finding, outcome, objection }) => [finding, { outcome, objection }])),
    },
    seen: new Map(answers.map(({ finding, seen }) => [finding, seen])),
  }
}

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words) as unknown
  } catch {
    return undefined
  }
}
