// What the history of the open audit is told with: names, tablets, fields, and for a measure which one of its finding it is.
import { computed, type ComputedRef } from 'vue'
import { useContentWords } from './useContentWords.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useDeviceWords } from './useLateEntries.ts'
import type { HistoryWords } from '../components/history/createHistoryReader.ts'
import { isMeasureId, type MeasureId } from '../../domain/audit/entityIds.ts'
import { measuresOf, placeOf } from '../../domain/audit/measure.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'

export function useHistoryWords(
  open: OpenAudit,
  /** Stands before the field's name: 措置2. Where nothing is handed in, the audit itself tells. */
  labelOfEntity?: (entity: EntityId) => string,
): ComputedRef<HistoryWords> {
  const contentWords = useContentWords()
  const deviceOf = useDeviceWords(open)
  return computed(() => {
    const { t } = contentWords.value
    const before = labelOfEntity ?? measureLabels(open, contentWords.value)
    return {
      ...contentWords.value,
      nameOf: open.nameOf,
      deviceOf,
      labelOf(register, entity) {
        const field = t(`conflict.register.${register}`)
        const label = before(entity)
        return label === '' ? field : t('history.labelled', { label, field })
      },
    }
  })
}

function measureLabels({ audit }: OpenAudit, { t }: Pick<HistoryWords, 't'>): (entity: EntityId) => string {
  const labels = new Map<MeasureId, string>()
  const labelOf = (id: MeasureId): string => {
    const measure = audit.value.measures.get(id)
    const finding = measure && (placeOf(measure)?.finding ?? measure.removedFrom)
    const number = finding === undefined ? 0 : measuresOf(audit.value, finding).findIndex((each) => each.id === id) + 1
    return number === 0 ? t('measure.removedOne') : t('measure.nth', { number })
  }
  return (entity) => {
    if (!isMeasureId(entity)) return ''
    const label = labels.get(entity) ?? labelOf(entity)
    labels.set(entity, label)
    return label
  }
}
