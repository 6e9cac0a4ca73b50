// Where the auditor is in the checklists: the open question from the address, its section, the rows and counts on the screen.
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { keepUnchanged } from '../../components/checklist/keepUnchanged.ts'
import { rowView, type RowView } from '../../components/checklist/RowView.ts'
import { rowFilters, type RowFilter } from '../../components/checklist/RowFilter.ts'
import { sectionViews, type SectionView } from '../../components/checklist/SectionView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useRowFilter } from './useRowFilter.ts'
import { nextUnanswered, progressOf, questionPlaces, type QuestionPlace } from '../../../domain/audit/progressOf.ts'

export function useChecklist(open: OpenAudit) {
  const route = useRoute()
  const language = useLanguage()
  const { audit, templates } = open

  const places = computed(() => questionPlaces(templates.value))
  const placeOf = (id: string) => places.value.find(({ question }) => question.id === id)
  const askedId = computed(() => String(route.params['question'] ?? ''))
  const current = computed(() => placeOf(askedId.value))
  const filter = computed<RowFilter>(() => rowFilters.find((each) => each === route.query['filter']) ?? 'all')

  const sections = computed<readonly SectionView[]>((before) =>
    keepUnchanged(before, sectionViews(audit.value, templates.value, language.value)),
  )
  const placesHere = computed(() => places.value.filter((place) => place.section.id === current.value?.section.id))
  const rows = computed<readonly RowView[]>((before) =>
    keepUnchanged(
      before,
      placesHere.value.map((place) => rowView(audit.value, place, language.value)),
    ),
  )

  const isHit = useRowFilter(open)
  const hitsHere = computed(
    () => new Set(placesHere.value.filter((place) => isHit(place, filter.value)).map(({ question }) => question.id)),
  )

  const nextAfter = (place: QuestionPlace | undefined) => nextUnanswered(audit.value, templates.value, place?.question)

  return {
    places,
    placeOf,
    askedId,
    current,
    filter,
    sections,
    section: computed(() => sections.value.find(({ id }) => id === current.value?.section.id)),
    placesHere,
    /** The open row stays, whatever it says now: nothing vanishes under the finger that answered it. */
    visibleRows: computed(() => rows.value.filter((row) => row.id === askedId.value || hitsHere.value.has(row.id))),
    hasHits: computed(() => hitsHere.value.size > 0),
    /** In this section. */
    countOf: (by: RowFilter) => placesHere.value.filter((place) => isHit(place, by)).length,
    /** The first question behind this section that the filter shows, beginning anew at the top. */
    nextHit: computed(() => {
      const end = places.value.findLastIndex((place) => place.section.id === current.value?.section.id) + 1
      const order = [...places.value.slice(end), ...places.value.slice(0, end)]
      return filter.value === 'all' ? undefined : order.find((place) => isHit(place, filter.value))
    }),
    progress: computed(() => progressOf(audit.value, templates.value)),
    nextAfter,
    next: computed(() => nextAfter(current.value)),
  }
}
