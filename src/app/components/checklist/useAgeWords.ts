// How old a day is against the days allowed: 「45日前 基準 30日を超えています」.
import { useI18n } from 'vue-i18n'
import type { AnswerValue } from '../../../domain/audit/AnswerValue.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import { daysBetween } from '../../../domain/calendar/daysBetween.ts'

export interface AgeWords {
  readonly words: string
  readonly isOld: boolean
}

export function useAgeWords() {
  const { t } = useI18n()
  /** `on` is the day of the visit, or today. Undefined where there is no limit or no day yet. */
  function ageWords(
    value: AnswerValue | undefined,
    limitDays: number | undefined,
    on: CalendarDay,
  ): AgeWords | undefined {
    if (limitDays === undefined || value?.type !== 'date') return undefined
    const days = daysBetween(value.on, on)
    if (days < 0) return undefined
    if (days === 0) return { isOld: false, words: t('checklist.sameDay') }
    const isOld = days > limitDays
    return { isOld, words: t(isOld ? 'checklist.tooOld' : 'checklist.age', { days, limit: limitDays }, days) }
  }
  return { ageWords }
}
