// Issuing the report: what stands in the way, what would be numbered, who issued, and whether the server has confirmed it.
import { computed, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useI18n } from 'vue-i18n'
import { useIsUnconfirmed, useWasStale } from './actConfirmation.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useObstacleLines } from './useObstacleLines.ts'
import type { IssuedFinding } from '../components/issue/IssuedFinding.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { sha256 } from '../../device/sha256.ts'
import { decideIssueReport } from '../../domain/audit/decideIssueReport.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import { listIssueObstacles } from '../../domain/audit/issueObstacles.ts'
import { issuedNumbers, issueOf } from '../../domain/audit/issue.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

export function useIssue(open: OpenAudit) {
  const { t } = useI18n()
  const { status } = storeToRefs(useSyncStore())
  const language = useLanguage()
  const issue = computed(() => issueOf(open.audit.value))
  const obstacles = useObstacleLines(open, () => listIssueObstacles(open.sight(), sha256))

  const findings: ComputedRef<readonly IssuedFinding[]> = computed(() => {
    const audit = open.audit.value
    const [numbers, issued] = [findingNumbers(audit), issuedNumbers(audit)]
    return findingsInOrder(audit).map((finding) => ({
      id: finding.id,
      number: findingNumber(chapterOf(audit), numbers.get(finding.id) ?? 0, language.value),
      subject: finding.title.values[0]?.content.body.subject || t('finding.untitled'),
      isFinal: issued.has(finding.id),
      isWithdrawn: isWithdrawn(finding),
    }))
  })

  return {
    issue,
    obstacles,
    findings,
    wasStale: useWasStale(open, {
      kinds: ['report-issued'],
      acts: () => open.audit.value.header.issue.values,
      isInForce: () => findings.value.every(({ isFinal }) => isFinal),
    }),
    isUnsent: useIsUnconfirmed(open, () => issue.value),
    isOffline: computed(() => status.value.phase.state === 'offline'),
    issueNow: () =>
      open.record(() => {
        const decided = decideIssueReport(open.sight(), sha256)
        return decided.ok ? decided.value : []
      }),
  }
}
