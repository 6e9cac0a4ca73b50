// The findings of the open audit as the list shows them: number, subject, how far they are. Reads only.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { conflictsOfFinding } from './conflictPlaces.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { FindingCardView, FindingStatus } from '../components/finding/FindingCardView.ts'
import { chapterOf, findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import type { Finding } from '../../domain/audit/Audit.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { classifyMeasures, type MeasureOutcome } from '../../reports/follow-up/classifyMeasures.ts'

export function useFindingCards({ audit, conflicts }: OpenAudit): ComputedRef<readonly FindingCardView[]> {
  const { t } = useI18n()
  const language = useLanguage()

  return computed(() =>
    findingsInOrder(audit.value).map((finding, index) => {
      const outcome = classifyMeasures(measuresOf(audit.value, finding.id))
      const status = statusOf(finding, outcome)
      return {
        id: finding.id,
        number: findingNumber(chapterOf(audit.value), index + 1, language.value),
        subject: finding.title.values[0]?.content.body.subject ?? '',
        status,
        date: dateOf(status, outcome),
      }
    }),
  )

  function statusOf(finding: Finding, outcome: MeasureOutcome | undefined): FindingStatus {
    if (isWithdrawn(finding)) return 'withdrawn'
    const isFlagged = measuresOf(audit.value, finding.id).some(({ existence }) => existence === 'removed-but-edited')
    if (isFlagged || conflictsOfFinding(audit.value, conflicts.value, finding.id).length > 0) return 'conflict'
    return outcome?.class ?? 'draft'
  }

  function dateOf(status: FindingStatus, outcome: MeasureOutcome | undefined): string {
    if (status === 'conflict') return t('finding.date.conflict')
    if (outcome === undefined) return t('finding.date.none')
    if (outcome.class === 'considered' || outcome.class === 'declined') return t(`finding.date.${outcome.class}`)
    if (outcome.on === undefined) return t('finding.date.undated')
    const date = formatWareki(outcome.on, language.value, 'ui')
    return outcome.class === 'planned' ? t('finding.date.planned', { date }) : date
  }
}
