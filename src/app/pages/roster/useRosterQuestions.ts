// The questions that repeat over a roster, how they stand, and which of them are judged right in the list.
import { computed } from 'vue'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { keepUnchanged } from '../../components/checklist/keepUnchanged.ts'
import { rowView, type RowView } from '../../components/checklist/RowView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { questionPlaces } from '../../../domain/audit/progressOf.ts'
import type { RosterKind } from '../../../domain/template/Template.ts'

/** With the sticks on the table the auditor asks of each: is it registered, was it checked? */
const columnQuestions: Readonly<Record<RosterKind, readonly string[]>> = {
  media: ['B01', 'B05'],
  machines: [],
  'specification-items': [],
  tickets: [],
}

export function useRosterQuestions(open: OpenAudit, roster: () => RosterKind) {
  const language = useLanguage()
  const places = computed(() => questionPlaces(open.templates.value))
  const repeated = computed(() => places.value.filter(({ question }) => question.perRoster === roster()))
  return {
    repeated,
    columns: computed(() => repeated.value.filter(({ question }) => columnQuestions[roster()].includes(question.id))),
    questions: computed<readonly RowView[]>((before) =>
      keepUnchanged(
        before,
        repeated.value.map((place) => rowView(open.audit.value, place, language.value)),
      ),
    ),
    /** Rosters that the audit's checklists ask about. */
    asked: computed(() => new Set(places.value.map(({ question }) => question.perRoster))),
  }
}
