// Going from question to question: always by the address, so that a reload comes back to the same one.
import { useRoute } from 'vue-router'
import type { RowFilter } from '../../components/checklist/RowFilter.ts'
import { useOwnAddress } from '../../composables/useOwnAddress.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'

export interface ChecklistSteps {
  readonly goTo: (place: QuestionPlace | undefined) => Promise<void>
  /** To the first unanswered question of a section, or to its first. */
  readonly goToSection: (id: string) => Promise<void>
  readonly goToPrevious: () => Promise<void>
  readonly setFilter: (filter: RowFilter) => Promise<void>
}

export function useChecklistSteps(
  places: () => readonly QuestionPlace[],
  isUnanswered: (place: QuestionPlace) => boolean,
): ChecklistSteps {
  const route = useRoute()
  const replaceAddress = useOwnAddress()

  async function goTo(place: QuestionPlace | undefined): Promise<void> {
    if (place === undefined) return
    // The item that the address named belongs to the question that is left.
    const { item: _, ...query } = route.query
    await replaceAddress({
      name: 'checklist',
      params: { ...route.params, question: place.question.id },
      query,
    })
  }

  return {
    goTo,
    goToSection: (id) => {
      const inSection = places().filter((place) => place.section.id === id)
      return goTo(inSection.find(isUnanswered) ?? inSection[0])
    },
    goToPrevious: () => {
      const index = places().findIndex(({ question }) => question.id === route.params['question'])
      return goTo(places()[Math.max(0, index - 1)])
    },
    setFilter: (filter) =>
      replaceAddress({ name: 'checklist', params: route.params, query: filter === 'all' ? {} : { filter } }),
  }
}
