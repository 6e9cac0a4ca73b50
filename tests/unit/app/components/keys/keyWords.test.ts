import { expect, test } from 'vitest'
import { keyTable } from '../../../../../src/app/components/keys/keyTable.ts'
import { searchKinds } from '../../../../../src/domain/audit/searchableTexts.ts'
import { rowFilters } from '../../../../../src/app/components/checklist/RowFilter.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'

for (const language of ['ja', 'en'] as const) {
  test(`every key, kind of hit and filter has its words in ${language}`, async () => {
    const words = (await i18nOf(language)).global
    const empty = rowFilters
      .filter((filter) => filter !== 'all')
      .map((filter) => `${filter[0]?.toUpperCase()}${filter.slice(1)}`)
    const wanted = [
      ...keyTable.flatMap(({ deed, group }) => [`keys.deed.${deed}`, `keys.group.${group}`]),
      ...searchKinds.map((kind) => `search.kind.${kind}`),
      ...rowFilters.map((filter) => `checklist.filter.${filter}`),
      ...empty.map((filter) => `checklist.filter.none${filter}`),
    ]
    expect(wanted.filter((key) => !words.te(key))).toEqual([])
  })
}
