// Who wrote a version, on which device and when: 田中, この端末, 2024年4月10日 10:12.
import { useI18n } from 'vue-i18n'
import type { HistoryVersion } from './HistoryEntry.ts'
import { useMomentWords } from '../clock/useMomentWords.ts'

export function useVersionWords(): (version: HistoryVersion) => string {
  const { t } = useI18n()
  const momentOf = useMomentWords()
  return ({ author, device, at, offset }) =>
    t('history.who', { author, device, at: momentOf(at, offset, 'datedMoment') })
}
