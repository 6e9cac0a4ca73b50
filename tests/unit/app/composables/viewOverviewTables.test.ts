import { expect, test } from 'vitest'
import { computed } from 'vue'
import type { OverviewWords } from '../../../../src/app/composables/useOverviewWords.ts'
import { viewOverviewTables } from '../../../../src/app/composables/viewOverviewTables.ts'
import { buildOverview } from '../../../../src/domain/overview/buildOverview.ts'
import { wholeOverview } from '../../../../src/domain/overview/OverviewFilter.ts'
import { day } from '../../../support/day.ts'
import { i18nOf } from '../../../support/i18nOf.ts'

const i18n = await i18nOf('ja')
const itself = (code: string) => code
const words: OverviewWords = {
  t: i18n.global.t as unknown as OverviewWords['t'],
  language: computed(() => 'ja' as const),
  classes: computed(() => []),
  severities: computed(() => []),
  ...{ classWord: itself, ratingWord: itself, unitWord: itself, yearWord: String },
  measureClassWord: (code) => (code === 'completed' ? '改善が完了' : code),
  tickOf: ({ first }) => first,
  filterWords: () => ({}),
}

test('[L5] measures that were done are counted under the name that the organisation gives them', () => {
  const overview = buildOverview([], {
    ...{ filter: wholeOverview, rhythm: 'quarter', window: { before: 1, after: 1 } },
    ...{ today: day('2024-11-10'), classes: [], severities: [] },
  })
  const { flow } = viewOverviewTables(overview, { words, link: () => ({}), mostUnits: 5 })
  expect(flow.columns.map(({ word }) => word)).toEqual(['予定', '改善が完了', '確認済', '残り'])
})
