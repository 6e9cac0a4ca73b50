// What belongs to the history of a finding: itself, its measures in their order, and those that were removed.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { HistorySubject } from './EntityHistory.vue'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useRemovedMeasures } from '../../composables/useRemovedMeasures.ts'
import type { FindingId } from '../../../domain/audit/entityIds.ts'
import { measuresOf } from '../../../domain/audit/measure.ts'

export function useFindingHistory(open: OpenAudit, id: () => FindingId): ComputedRef<readonly HistorySubject[]> {
  const { t } = useI18n()
  const removed = useRemovedMeasures(open, id)
  return computed(() => [
    { entity: id(), label: '' },
    ...measuresOf(open.audit.value, id()).map((measure, index) => ({
      entity: measure.id,
      label: t('measure.nth', { number: index + 1 }),
    })),
    ...removed.value.map((measure) => ({ entity: measure.id, label: t('measure.removedOne') })),
  ])
}
