// Which question the finding about media is drafted from: registration before virus checks, as the checklist words them together.
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { questionPlaces, type QuestionPlace } from '../../../domain/audit/progressOf.ts'

/** Undefined where neither question is asked, or `fails` is true of none. */
export function failingPlace(
  { templates }: Pick<OpenAudit, 'templates'>,
  fails: (place: QuestionPlace) => boolean,
): QuestionPlace | undefined {
  return (['registered', 'virus-checked'] as const)
    .map((role) => questionPlaces(templates.value).find(({ question }) => question.role === role))
    .find((place) => place !== undefined && fails(place))
}
