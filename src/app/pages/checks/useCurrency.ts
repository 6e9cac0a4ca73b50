// The machines with the age of their pattern files, and what a person does to them: enters a day, a replacement, answers.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { createCurrencyRows, currencyCounts, worstFirst } from '../../components/checks/currencyRows.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useCountingDay } from '../../composables/useCountingDay.ts'
import { decideRenewMachine } from '../../../domain/audit/currencyCheck.ts'
import { decideJudge, decideMeasureAnswer } from '../../../domain/audit/decideAnswer.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import { questionPlaces } from '../../../domain/audit/progressOf.ts'
import { answerOf } from '../../../domain/audit/questionStatus.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'

export function useCurrency(open: OpenAudit) {
  const { t } = useI18n()
  const { audit } = open
  const day = useCountingDay(open)
  const build = createCurrencyRows()
  const place = computed(() =>
    questionPlaces(open.templates.value).find(({ question }) => question.role === 'definition-date'),
  )
  const rows = computed(() => build(audit.value, day.on.value))
  const unjudged = computed(() => rows.value.filter(({ state, judgement }) => state === 'over' && judgement === null))

  function answerAt(item: ItemId) {
    const asked = place.value
    return asked && answerOf(audit.value, { template: asked.template.id, question: asked.question.id, item })
  }

  const titleOf = (item: ItemId) => rows.value.find(({ id }) => id === item)?.title ?? ''

  return {
    day,
    place,
    rows,
    worst: computed(() => worstFirst(rows.value)),
    counts: computed(() => currencyCounts(rows.value)),
    /** Beyond the limit, and nobody has said yet what that means. */
    unjudged,
    date: (item: ItemId, on: CalendarDay | null) =>
      open.record(
        () => {
          const answer = answerAt(item)
          return answer ? decideMeasureAnswer(answer, on === null ? { type: 'none' } : { type: 'date', on }) : []
        },
        t('checks.undoWords.definition', { item: titleOf(item) }),
      ),
    renew: (item: ItemId, on: DayOrMonth | null) =>
      open.record(
        () => {
          const machine = audit.value.items.get(item)
          return machine === undefined ? [] : decideRenewMachine(machine, on)
        },
        t('checks.undoWords.renewed', { item: titleOf(item) }),
      ),
    /** Only 不適合 is given to many at once: what is within its limit is looked at one by one. */
    judgeOver: () =>
      open.record(
        () =>
          unjudged.value.flatMap(({ id }) => {
            const answer = answerAt(id)
            return answer ? decideJudge(answer, 'nonconforming') : []
          }),
        t('checks.undoWords.judgedOver', { count: unjudged.value.length }),
      ),
  }
}
