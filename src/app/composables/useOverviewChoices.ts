// What an overview can be narrowed by: lists of what there is, and chips for what a row has chosen.
import { computed } from 'vue'
import { withChosen } from './useClassChoices.ts'
import type { OverviewSight } from './useOverview.ts'
import type { OverviewWords } from './useOverviewWords.ts'
import type { FilterChoice } from '../components/overview/FilterChoice.ts'
import { demands } from '../../domain/template/Template.ts'

export function useOverviewChoices({ asked, years, units }: OverviewSight, words: OverviewWords) {
  const { t, classes, severities, classWord, ratingWord, yearWord, unitWord, filterWords } = words
  const choice = (key: string, chosen: string | null, options: FilterChoice['options']): FilterChoice => ({
    key,
    word: t(`overview.filter.${key}`),
    chosen,
    options: [{ value: null, word: t('overview.filter.all') }, ...options],
  })
  const choices = computed((): readonly FilterChoice[] => {
    const { fiscalYear, unit, class: code, severity, demand } = asked.value.filter
    const year = fiscalYear === null ? null : String(fiscalYear)
    const ofYears = years.value.map((each) => ({ value: String(each), word: yearWord(each) }))
    const ofUnits = units.value.map((each) => ({ value: each, word: unitWord(each) }))
    const unrated = { value: '', word: ratingWord('') }
    return [
      choice(
        'year',
        year,
        withChosen(ofYears, year, (each) => yearWord(Number(each))),
      ),
      choice('unit', unit, withChosen(ofUnits, unit, unitWord)),
      choice('class', code, withChosen(classes.value, code, classWord)),
      choice('severity', severity, withChosen([...severities.value, unrated], severity, ratingWord)),
      choice(
        'demand',
        demand,
        demands.map((each) => ({ value: each, word: t(`overview.demand.${each}`) })),
      ),
    ]
  })
  const chips = computed(() => {
    const told = filterWords(asked.value.filter)
    const rows = [
      { key: 'state', word: told.state },
      { key: 'step', word: told.step },
      { key: 'age', word: told.age },
      { key: 'overdue', word: told.isOverdue },
    ]
    return {
      rows: rows.flatMap(({ key, word }) => (word === undefined ? [] : [{ key, word }])),
      all: Object.values(told),
    }
  })
  return { choices, chips }
}
