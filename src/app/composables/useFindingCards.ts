// The findings of the open audit as the list shows them: number, subject, how far they are. Reads only.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { conflictsOfFinding } from './conflictPlaces.ts'
import type { OpenAudit } from './OpenAudit.ts'
import type { ClassChoices } from './useClassChoices.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { FindingCardView, FindingStatus } from '../components/finding/FindingCardView.ts'
import { sha256 } from '../../device/sha256.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import type { Finding } from '../../domain/audit/Audit.ts'
import { factCheckOf } from '../../domain/audit/factCheck.ts'
import { issuedNumbers } from '../../domain/audit/issue.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import { reviewOf } from '../../domain/audit/review.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { settledValue } from '../../domain/oplog/Register.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { classifyMeasures, type MeasureOutcome } from '../../reports/follow-up/classifyMeasures.ts'

export function useFindingCards(
  { audit, conflicts }: OpenAudit,
  { severityWord, statusWord }: Pick<ClassChoices, 'severityWord' | 'statusWord'>,
): ComputedRef<readonly FindingCardView[]> {
  const { t } = useI18n()
  const language = useLanguage()

  return computed(() => {
    const [numbers, issued] = [findingNumbers(audit.value), issuedNumbers(audit.value)]
    return findingsInOrder(audit.value).map((finding) => ({
      id: finding.id,
      number: findingNumber(chapterOf(audit.value), numbers.get(finding.id) ?? 0, language.value),
      isProvisional: !issued.has(finding.id),
      subject: finding.title.values[0]?.content.body.subject ?? '',
      ...progressOf(finding),
      ...reviewed(finding),
    }))
  })

  function progressOf(finding: Finding): Pick<FindingCardView, 'status' | 'date'> {
    const outcome = classifyMeasures(measuresOf(audit.value, finding.id))
    const status = statusOf(finding, outcome)
    return { status, date: dateOf(status, outcome) }
  }

  function reviewed(finding: Finding): Pick<FindingCardView, 'review' | 'fact' | 'class' | 'severity' | 'isRepeat'> {
    const severity = settledValue(finding.severity)?.body.severity ?? null
    return {
      review: reviewOf(audit.value, finding, sha256).state,
      fact: factCheckOf(audit.value, finding, sha256).state,
      class: settledValue(finding.class)?.body.class,
      severity: severity === null ? '' : severityWord(severity),
      isRepeat: finding.repeat.values.some(({ content }) => content.body.repeatOf !== null),
    }
  }

  function statusOf(finding: Finding, outcome: MeasureOutcome | undefined): FindingStatus {
    if (isWithdrawn(finding)) return 'withdrawn'
    const isFlagged = measuresOf(audit.value, finding.id).some(({ existence }) => existence === 'removed-but-edited')
    if (isFlagged || conflictsOfFinding(audit.value, conflicts.value, finding.id).length > 0) return 'conflict'
    return outcome?.class ?? 'draft'
  }

  function dateOf(status: FindingStatus, outcome: MeasureOutcome | undefined): string {
    if (status === 'conflict') return t('finding.date.conflict')
    if (outcome === undefined) return t('finding.date.none')
    if (outcome.class === 'considered' || outcome.class === 'declined') return statusWord(outcome.class)
    if (outcome.on === undefined) return t('finding.date.undated')
    const date = formatWareki(outcome.on, language.value, 'ui')
    return outcome.class === 'planned' ? t('finding.date.planned', { date }) : date
  }
}
