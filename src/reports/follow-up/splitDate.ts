// A date as the narrow last column shows it: the year on a line of its own, first in Japanese and last in English.
import type { DayOrMonth } from '../../domain/calendar/DayOrMonth.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import type { Language } from '../../domain/template/Localised.ts'

export function splitDate(date: DayOrMonth, language: Language): readonly string[] {
  const text = formatWareki(date, language, 'report')
  if (language === 'ja') {
    const endOfYear = text.indexOf('年') + 1
    return [text.slice(0, endOfYear), text.slice(endOfYear)]
  }
  const beforeYear = text.lastIndexOf(' ')
  return [text.slice(0, beforeYear), text.slice(beforeYear + 1)]
}
