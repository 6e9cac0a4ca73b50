// A near day on the screen, without its year: 10月31日（火）, Tue 31 October.
import { must } from '../must.ts'
import type { Language } from '../template/Localised.ts'
import type { CalendarDay } from './CalendarDay.ts'
import { civilPartsOf } from './civilPartsOf.ts'
import { dayNumberOf } from './dayNumber.ts'
import { englishMonth } from './englishMonth.ts'

const weekdays = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
/** Day 0, 1970-01-01, was a Thursday. */
const WEEKDAY_OF_DAY_0 = 4

export function formatDayWithWeekday(day: CalendarDay, language: Language): string {
  // The second remainder brings days before 1970, whose numbers are negative, into 0…6.
  const weekdayIndex = (((dayNumberOf(day) + WEEKDAY_OF_DAY_0) % 7) + 7) % 7
  const weekday = must(weekdays[language][weekdayIndex], `weekday of ${day}`)
  const { month } = civilPartsOf(day)
  const dayOfMonth = String(Number(day.slice(8)))
  return language === 'ja'
    ? `${String(month)}月${dayOfMonth}日（${weekday}）`
    : `${weekday} ${dayOfMonth} ${englishMonth(month)}`
}
