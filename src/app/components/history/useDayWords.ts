// A day above the changes of the day: 今日 4月10日（水）, and with its year where that is another one.
import { useI18n } from 'vue-i18n'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import { daysBetween } from '../../../domain/calendar/daysBetween.ts'
import { formatDayWithWeekday } from '../../../domain/calendar/formatDayWithWeekday.ts'
import { formatWareki } from '../../../domain/calendar/formatWareki.ts'

export function useDayWords(): (day: CalendarDay, today: CalendarDay) => string {
  const { t } = useI18n()
  const language = useLanguage()
  return (day, today) => {
    if (day.slice(0, 4) !== today.slice(0, 4)) return formatWareki(day, language.value, 'ui')
    const word = formatDayWithWeekday(day, language.value)
    const ago = daysBetween(day, today)
    if (ago === 0) return t('history.today', { day: word })
    return ago === 1 ? t('history.yesterday', { day: word }) : word
  }
}
