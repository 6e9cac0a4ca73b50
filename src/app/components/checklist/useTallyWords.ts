// A tally of roster items in words, with the counter each roster has in Japanese: 5本のうち4本が不適合.
import { useI18n } from 'vue-i18n'
import type { RosterKind } from '../../../domain/template/Template.ts'
import type { ItemTally } from './RowView.ts'

export function useTallyWords() {
  const { t } = useI18n()
  /** 5本, 3台; in English 5 media, 3 machines. */
  const countWords = (roster: RosterKind, count: number) => t(`roster.count.${roster}`, { count }, count)
  function tallyWords(tally: ItemTally): string {
    const total = countWords(tally.roster, tally.asked)
    if (tally.failing > 0)
      return t('checklist.items.failingOf', {
        total,
        failing: t(`roster.counter.${tally.roster}`, { count: tally.failing }),
      })
    if (tally.ok === tally.asked) return t('checklist.items.allGood', { total })
    if (tally.answered === tally.asked) return t('checklist.items.noFailing')
    return total
  }
  return { countWords, tallyWords }
}
