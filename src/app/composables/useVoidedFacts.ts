// Facts that were confirmed and have been changed since, for the check before printing: the report itself knows of no hashes.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import type { ReportCheckItem } from '../components/report/ReportCheckItem.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { sha256 } from '../../device/sha256.ts'
import { factCheckOf } from '../../domain/audit/factCheck.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

export function useVoidedFacts({ audit, stream }: OpenAudit): ComputedRef<readonly ReportCheckItem[]> {
  const { t } = useI18n()
  const language = useLanguage()

  return computed(() => {
    const numbers = findingNumbers(audit.value)
    return findingsInOrder(audit.value)
      .filter((finding) => !isWithdrawn(finding) && factCheckOf(audit.value, finding, sha256).state === 'voided')
      .map(({ id }) => {
        const number = findingNumber(chapterOf(audit.value), numbers.get(id) ?? 0, language.value)
        return {
          key: `facts-voided ${id}`,
          words: t('facts.problem.voided', { number }),
          isConflict: false,
          to: { name: 'facts', params: { stream } },
        }
      })
  })
}
