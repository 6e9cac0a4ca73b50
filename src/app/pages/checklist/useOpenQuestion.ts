// What the open row shows beside the judgement: its value, the roster items, the conflicts. Reads only.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { itemAnswerViews, itemTitle, type ItemAnswerView } from '../../components/checklist/ItemAnswerView.ts'
import { keepUnchanged } from '../../components/checklist/keepUnchanged.ts'
import { itemTally } from '../../components/checklist/RowView.ts'
import { useAgeWords } from '../../components/checklist/useAgeWords.ts'
import { useTallyWords } from '../../components/checklist/useTallyWords.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useClock } from '../../composables/useClock.ts'
import type { AnswerValue } from '../../../domain/audit/AnswerValue.ts'
import { parseAnswerEntity } from '../../../domain/audit/entityIds.ts'
import type { Conflict } from '../../../domain/audit/listConflicts.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, judgementOf } from '../../../domain/audit/questionStatus.ts'
import { settledValue } from '../../../domain/oplog/Register.ts'

const answerRegisters = ['judgement', 'value', 'note'] as const

export function useOpenQuestion(open: OpenAudit, place: () => QuestionPlace) {
  const { t } = useI18n()
  const { today } = useClock()
  const { ageWords } = useAgeWords()
  const { tallyWords } = useTallyWords()
  const { audit } = open

  const answer = computed(() => answerOf(audit.value, { template: place().template.id, question: place().question.id }))
  const value = computed(() => settledValue(answer.value.value)?.body.value)
  const tally = computed(() => itemTally(audit.value, place()))
  const items = computed<readonly ItemAnswerView[]>((before) =>
    keepUnchanged(before, itemAnswerViews(audit.value, place())),
  )
  const visitOn = computed(() => audit.value.header.visit.values[0]?.content.body.visitOn ?? today.value)
  const ageOf = (dated: AnswerValue | undefined) => ageWords(dated, place().question.limitDays, visitOn.value)

  function conflictHere({ entity, name, register }: Conflict) {
    const ref = parseAnswerEntity(entity)
    const isHere = ref?.template === place().template.id && ref.question === place().question.id
    const known = answerRegisters.find((each) => each === name)
    if (!isHere || known === undefined) return []
    const item = ref.item === undefined ? undefined : audit.value.items.get(ref.item)
    const names = [...new Set(register.values.map(({ author }) => open.nameOf(author)))]
    const title = item === undefined ? undefined : itemTitle(item).title
    return [{ key: `${entity}#${name}`, register: known, count: register.values.length, names, item: title }]
  }

  return {
    answer,
    judgement: computed(() => judgementOf(answer.value)),
    value,
    age: computed(() => ageOf(value.value)),
    tally,
    /** 5本のうち4本が不適合, and how many are answered. */
    summary: computed(() => {
      if (tally.value === null) return ''
      const { answered, asked } = tally.value
      return [tallyWords(tally.value), t('checklist.items.answeredOf', { answered, asked })].join(
        t('checklist.separator'),
      )
    }),
    items,
    ages: computed(() => items.value.map((item) => ageOf(item.value ?? undefined))),
    conflicts: computed(() => open.conflicts.value.flatMap(conflictHere)),
  }
}
