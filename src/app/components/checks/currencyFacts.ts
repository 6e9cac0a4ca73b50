// What follows from a machine's days, line by line: age, limit, days over, gap since its replacement, rounds of updates.
import type { ComposerTranslation } from 'vue-i18n'
import type { Currency } from '../../../domain/audit/currencyCheck.ts'
import { formatWareki } from '../../../domain/calendar/formatWareki.ts'
import type { Language } from '../../../domain/template/Localised.ts'
import { formatCount } from '../../../domain/text/formatCount.ts'

export interface CurrencyFact {
  readonly key: 'age' | 'limit' | 'over' | 'gap' | 'missed' | 'next'
  readonly text: string
  readonly isBad: boolean
}

export function currencyFacts(currency: Currency, language: Language, t: ComposerTranslation): readonly CurrencyFact[] {
  const { ageDays, limitDays, daysOver, gapDays, missedRounds, nextDueOn } = currency
  const none = t('checks.currency.none')
  const days = (count: number | null) =>
    count === null ? none : t('checks.currency.days', { days: formatCount(count, language, 'ui') }, count)
  const isMissed = missedRounds !== null && missedRounds > 0
  return [
    { key: 'age', text: days(ageDays), isBad: false },
    { key: 'limit', text: days(limitDays), isBad: false },
    { key: 'over', text: days(daysOver), isBad: daysOver !== null && daysOver > 0 },
    { key: 'gap', text: days(gapDays), isBad: gapDays !== null },
    {
      key: 'missed',
      text: missedRounds === null ? none : t('checks.currency.rounds', { count: missedRounds }),
      isBad: isMissed,
    },
    { key: 'next', text: nextDueOn === null ? none : formatWareki(nextDueOn, language, 'ui'), isBad: false },
  ]
}
