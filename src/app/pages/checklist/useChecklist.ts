// Where the auditor is in the checklists: the open question from the address, its section, the rows and counts on the screen.
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useLanguage } from '../../components/base/useLanguage.ts'
import { keepUnchanged } from '../../components/checklist/keepUnchanged.ts'
import { rowView, type RowView } from '../../components/checklist/RowView.ts'
import { sectionViews, type SectionView } from '../../components/checklist/SectionView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { hasFailing } from '../../../domain/audit/draftFinding.ts'
import { nextUnanswered, progressOf, questionPlaces, type QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { questionStatus } from '../../../domain/audit/questionStatus.ts'

export const rowFilters = ['all', 'unanswered', 'failing'] as const
export type RowFilter = (typeof rowFilters)[number]

export function useChecklist(open: OpenAudit) {
  const route = useRoute()
  const router = useRouter()
  const language = useLanguage()

  const places = computed(() => questionPlaces(open.templates.value))
  const askedId = computed(() => String(route.params['question'] ?? ''))
  const current = computed(() => places.value.find(({ question }) => question.id === askedId.value))
  const filter = computed<RowFilter>(() => rowFilters.find((each) => each === route.query['filter']) ?? 'all')

  const sections = computed<readonly SectionView[]>((before) =>
    keepUnchanged(before, sectionViews(open.audit.value, open.templates.value, language.value)),
  )
  const section = computed(() => sections.value.find(({ id }) => id === current.value?.section.id))
  const placesHere = computed(() => places.value.filter((place) => place.section.id === current.value?.section.id))
  const rows = computed<readonly RowView[]>((before) =>
    keepUnchanged(
      before,
      placesHere.value.map((place) => rowView(open.audit.value, place, language.value)),
    ),
  )
  /** The open row stays, whatever it says now: nothing vanishes under the finger that answered it. */
  const visibleRows = computed(() => rows.value.filter((row) => row.id === askedId.value || matches(row)))
  const progress = computed(() => progressOf(open.audit.value, open.templates.value))
  const nextAfter = (place: QuestionPlace | undefined) =>
    nextUnanswered(open.audit.value, open.templates.value, place?.question)
  const next = computed(() => nextAfter(current.value))

  function matches(row: RowView): boolean {
    if (filter.value === 'all') return true
    if (filter.value === 'unanswered') return row.state !== 'judged'
    const place = placeOf(row.id)
    return place !== undefined && hasFailing(open.audit.value, place.template, place.question)
  }

  function placeOf(id: string): QuestionPlace | undefined {
    return places.value.find(({ question }) => question.id === id)
  }

  async function goTo(place: QuestionPlace | undefined): Promise<void> {
    if (place === undefined) return
    // Replaced, not pushed: the way back leads out of the checklist and not through forty questions.
    await router.replace({ name: 'checklist', params: { ...route.params, question: place.question.id }, query: route.query })
  }

  return {
    places,
    askedId,
    current,
    filter,
    sections,
    section,
    placesHere,
    rows,
    visibleRows,
    progress,
    next,
    nextAfter,
    placeOf,
    goTo,
    /** To what is left of a section, or to its beginning. */
    goToSection: (id: string) => {
      const inSection = places.value.filter((place) => place.section.id === id)
      const unanswered = inSection.find(
        ({ template, question }) => questionStatus(open.audit.value, template.id, question).state === 'unanswered',
      )
      return goTo(unanswered ?? inSection[0])
    },
    goToPrevious: () => {
      const index = places.value.findIndex(({ question }) => question.id === askedId.value)
      return goTo(places.value[Math.max(0, index - 1)])
    },
    setFilter: (wanted: RowFilter) =>
      router.replace({ name: 'checklist', params: route.params, query: wanted === 'all' ? {} : { filter: wanted } }),
  }
}
