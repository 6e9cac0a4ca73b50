// What an overview counts by, in words.
import { useI18n } from 'vue-i18n'
import { useClassChoices } from './useClassChoices.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { civilPartsOf } from '../../domain/calendar/civilPartsOf.ts'
import { englishMonth } from '../../domain/calendar/englishMonth.ts'
import type { CalendarMonth } from '../../domain/calendar/CalendarMonth.ts'
import type { FiscalYear } from '../../domain/calendar/FiscalYear.ts'
import { formatFiscalYear } from '../../domain/calendar/formatFiscalYear.ts'
import type { FlowPeriod } from '../../domain/overview/measureFlow.ts'
import type { OverviewFilter } from '../../domain/overview/OverviewFilter.ts'

export type OverviewWords = ReturnType<typeof useOverviewWords>

export function useOverviewWords() {
  const { t } = useI18n()
  const language = useLanguage()
  const { classes, severities, classWord, severityWord, measureClassWord } = useClassChoices()
  const yearWord = (year: number) => formatFiscalYear(year as FiscalYear, language.value, 'ui')
  const unitWord = (unit: string) => unit || t('overview.noUnit')
  const ratingWord = (code: string) => (code === '' ? t('overview.noSeverity') : severityWord(code))

  function tickOf({ first, last }: Pick<FlowPeriod, 'first' | 'last'>): string {
    const key = first === last ? 'overview.flow.monthTick' : 'overview.flow.quarterTick'
    return t(key, { first: monthWord(first), last: monthWord(last) })
  }

  function monthWord(at: CalendarMonth): string {
    const { month } = civilPartsOf(at)
    return language.value === 'ja' ? String(month) : englishMonth(month).slice(0, 3)
  }

  /** What is filtered by beside the lists to choose from, and everything in a file: a text each. */
  function filterWords(filter: OverviewFilter): Readonly<Partial<Record<keyof OverviewFilter, string>>> {
    const chosen = (label: string, word: string) => t('overview.filter.chosen', { label, word })
    return {
      ...(filter.fiscalYear !== null && {
        fiscalYear: chosen(t('overview.filter.year'), yearWord(filter.fiscalYear)),
      }),
      ...(filter.unit !== null && { unit: chosen(t('overview.filter.unit'), unitWord(filter.unit)) }),
      ...(filter.class !== null && { class: chosen(t('overview.filter.class'), classWord(filter.class)) }),
      ...(filter.severity !== null && {
        severity: chosen(t('overview.filter.severity'), ratingWord(filter.severity)),
      }),
      ...(filter.demand !== null && {
        demand: chosen(t('overview.filter.demand'), t(`overview.demand.${filter.demand}`)),
      }),
      ...(filter.state !== null && { state: t('overview.filter.state', { word: t(`home.state.${filter.state}`) }) }),
      ...(filter.step !== null && { step: t('overview.filter.step', { word: t(`overview.step.${filter.step}`) }) }),
      ...(filter.age !== null && { age: t('overview.filter.age', { word: t(`overview.age.${filter.age}`) }) }),
      ...(filter.isOverdue && { isOverdue: t('overview.filter.overdue') }),
    }
  }

  return {
    ...{ t, language, classes, severities },
    ...{ classWord, ratingWord, measureClassWord, yearWord, unitWord, tickOf, filterWords },
  }
}
