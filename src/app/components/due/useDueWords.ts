// A due date in words: as it is written, the same in the other calendar, and how far off it is.
import { useI18n } from 'vue-i18n'
import type { DueRow } from './DueRow.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'
import { daysBetween } from '../../../domain/calendar/daysBetween.ts'
import { formatWareki } from '../../../domain/calendar/formatWareki.ts'
import { lastDayOf } from '../../../domain/calendar/lastDayOf.ts'

export function useDueWords() {
  const { t } = useI18n()
  const language = useLanguage()
  function farOf({ on, state }: DueRow, today: CalendarDay): string {
    if (state === 'done') return ''
    const days = daysBetween(today, lastDayOf(on))
    if (days === 0) return t('due.today')
    return days < 0 ? t('due.daysLate', { count: -days }, -days) : t('due.inDays', { count: days }, days)
  }
  return {
    dateOf: (on: DayOrMonth) => formatWareki(on, language.value, 'ui'),
    otherDateOf: (on: DayOrMonth) => (language.value === 'ja' ? on : formatWareki(on, 'ja', 'ui')),
    farOf,
  }
}
