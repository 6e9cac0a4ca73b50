// How often a duty is due, and from when to when, in words.
import { useI18n } from 'vue-i18n'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { DutyRule } from '../../../domain/audit/duty.ts'
import { englishMonth } from '../../../domain/calendar/englishMonth.ts'
import { formatWareki } from '../../../domain/calendar/formatWareki.ts'

/** Of a fiscal year, April comes first: 5・8・11・2月. */
const FIRST_MONTH = 4

export function useDutyWords() {
  const { t } = useI18n()
  const language = useLanguage()
  function monthsOf(months: readonly number[]): string {
    const inOrder = [...months].sort((a, b) => ((a + 12 - FIRST_MONTH) % 12) - ((b + 12 - FIRST_MONTH) % 12))
    const names = inOrder.map((month) => (language.value === 'ja' ? String(month) : englishMonth(month).slice(0, 3)))
    return t('followUp.duties.monthNames', { months: names.join(t('followUp.duties.monthSeparator')) })
  }
  function rhythmOf({ every, months, startsOn, endsOn }: DutyRule): readonly string[] {
    const [from, until] = [startsOn, endsOn].map((on) => (on === null ? '' : formatWareki(on, language.value, 'ui')))
    return [
      t(`followUp.duties.rhythm.${every}`),
      ...(every === 'month' ? [] : [monthsOf(months)]),
      endsOn === null ? t('followUp.duties.from', { from }) : t('followUp.duties.until', { from, until }),
    ]
  }
  return { monthsOf, rhythmOf }
}
