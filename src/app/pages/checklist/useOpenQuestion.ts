// What the open row shows beside the judgement: conflicts, roster items, the finding that speaks of it. Reads only.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useLanguage } from '../../components/base/useLanguage.ts'
import type { FindingStripView } from '../../components/checklist/FindingStripView.ts'
import { itemAnswerViews, itemTitle, type ItemAnswerView } from '../../components/checklist/ItemAnswerView.ts'
import { keepUnchanged } from '../../components/checklist/keepUnchanged.ts'
import { itemTally } from '../../components/checklist/RowView.ts'
import { useAgeWords } from '../../components/checklist/useAgeWords.ts'
import { useTallyWords } from '../../components/checklist/useTallyWords.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useClock } from '../../composables/useClock.ts'
import { findingOf } from '../../../domain/audit/decideRaiseFinding.ts'
import { hasFailing, questionsDraftedTogether } from '../../../domain/audit/draftFinding.ts'
import { parseAnswerEntity } from '../../../domain/audit/entityIds.ts'
import { chapterOf, findingNumbers } from '../../../domain/audit/findingOrder.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, judgementOf } from '../../../domain/audit/questionStatus.ts'
import { settledValue } from '../../../domain/oplog/Register.ts'
import { findingNumber } from '../../../domain/text/findingNumber.ts'

const answerRegisters = ['judgement', 'value', 'note'] as const

export function useOpenQuestion(open: OpenAudit, place: () => QuestionPlace) {
  const { t } = useI18n()
  const language = useLanguage()
  const { today } = useClock()
  const { ageWords } = useAgeWords()
  const { tallyWords } = useTallyWords()

  const { audit } = open
  const answer = computed(() =>
    answerOf(audit.value, { template: place().template.id, question: place().question.id }),
  )
  const visitOn = computed(() => audit.value.header.visit.values[0]?.content.body.visitOn ?? today.value)
  const items = computed<readonly ItemAnswerView[]>((before) => keepUnchanged(before, itemAnswerViews(audit.value, place())))
  const tally = computed(() => itemTally(audit.value, place()))

  const conflicts = computed(() =>
    open.conflicts.value.flatMap((conflict) => {
      const ref = parseAnswerEntity(conflict.entity)
      const register = answerRegisters.find((name) => name === conflict.name)
      const isHere = ref?.template === place().template.id && ref.question === place().question.id
      if (!isHere || register === undefined) return []
      const item = ref.item === undefined ? undefined : audit.value.items.get(ref.item)
      return [
        {
          key: `${conflict.entity}#${register}`,
          register,
          count: conflict.register.values.length,
          names: [...new Set(conflict.register.values.map(({ author }) => open.nameOf(author)))],
          item: item === undefined ? undefined : itemTitle(item).title,
        },
      ]
    }),
  )

  const finding = computed<(FindingStripView & { id: string }) | undefined>(() => {
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

  return {
    answer,
    judgement: computed(() => judgementOf(answer.value)),
    value: computed(() => settledValue(answer.value.value)?.body.value),
    items,
    tally,
    summary: computed(() =>
      tally.value === null
        ? ''
        : `${tallyWords(tally.value)}${t('checklist.separator')}${t('checklist.items.answeredOf', { answered: tally.value.answered, asked: tally.value.asked })}`,
    ),
    ages: computed(() => items.value.map((item) => ageWords(item.value ?? undefined, place().question.limitDays, visitOn.value))),
    age: computed(() => ageWords(settledValue(answer.value.value)?.body.value, place().question.limitDays, visitOn.value)),
    conflicts,
    finding,
    isFailing: computed(() => hasFailing(audit.value, place().template, place().question)),
    together: computed(() =>
      questionsDraftedTogether(place(), audit.value)
        .map(({ question }) => question.id)
        .filter((id) => id !== place().question.id),
    ),
  }
}
