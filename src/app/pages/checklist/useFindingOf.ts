// The finding that speaks of a question, and drafting one from its failing answers.
import { computed } from 'vue'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { FindingStripView } from '../../components/checklist/FindingStripView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useCountingDay } from '../../composables/useCountingDay.ts'
import { useIds } from '../../composables/useIds.ts'
import { decideRaiseFinding, findingOf } from '../../../domain/audit/decideRaiseFinding.ts'
import { draftFinding, hasFailing, questionsDraftedTogether } from '../../../domain/audit/draftFinding.ts'
import { newFindingId } from '../../../domain/audit/entityIds.ts'
import { chapterOf, findingNumbers } from '../../../domain/audit/findingOrder.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { settledValue } from '../../../domain/oplog/Register.ts'
import { findingNumber } from '../../../domain/text/findingNumber.ts'

export function useFindingOf(open: OpenAudit, place: () => QuestionPlace) {
  const language = useLanguage()
  const { on } = useCountingDay(open)
  const { newId } = useIds()
  const { audit } = open

  const finding = computed<(FindingStripView & { readonly id: string }) | undefined>(() => {
    const id = findingOf(audit.value, place().template.id, place().question.id)
    const found = id === undefined ? undefined : audit.value.findings.get(id)
    if (found === undefined) return undefined
    const number = findingNumbers(audit.value).get(found.id) ?? 0
    return {
      id: found.id,
      number: findingNumber(chapterOf(audit.value), number, language.value),
      title: found.title.values[0]?.content.body.subject ?? '',
      isDraft: settledValue(found.state)?.body.state === 'draft',
    }
  })

  /** Drafts the finding; nothing where one speaks of the question already. */
  function raise(): Promise<boolean> {
    return open.record(() => {
      const together = questionsDraftedTogether(place(), audit.value)
      const draft = draftFinding(together, { audit: audit.value, language: language.value, today: on.value })
      const raised = decideRaiseFinding(audit.value, newFindingId(newId()), draft)
      return raised.ok ? raised.value : []
    })
  }

  return {
    finding,
    raise,
    isFailing: computed(() => hasFailing(audit.value, place().template, place().question)),
    /** Ids of the other failing questions that would be drafted together with this one. */
    together: computed(() =>
      questionsDraftedTogether(place(), audit.value)
        .map(({ question }) => question.id)
        .filter((id) => id !== place().question.id),
    ),
  }
}
