// A moment that somebody's tablet wrote down, in words: corrected by what is known of its clock, with its own time in brackets.
import { useI18n } from 'vue-i18n'
import { claimedMoment } from './ClockSkew.ts'

export type MomentFormat = 'moment' | 'datedMoment'

export function useMomentWords(): (at: string, offset: number | null, format: MomentFormat) => string {
  const { t, d } = useI18n()
  return (at, offset, format) => {
    const { shown, claimed } = claimedMoment(at, offset)
    const time = d(shown, format)
    return claimed === undefined ? time : t('clock.claimed', { time, own: d(claimed, format) })
  }
}
