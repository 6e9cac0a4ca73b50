// Who did something and when, in a few words: 田中 4月10日 10:12.
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { Acted } from '../../domain/audit/whoActed.ts'

export function useClaimWords(open: OpenAudit): (acted: Acted) => string {
  const { t } = useI18n()
  const momentOf = useMomentWords()
  return ({ by, at, offset }) => t('review.who', { author: open.nameOf(by), at: momentOf(at, offset, 'datedMoment') })
}
