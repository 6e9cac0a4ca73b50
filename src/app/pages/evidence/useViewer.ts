// Which file the viewer shows, the ones before and after it that support the same, and removing it and bringing it back.
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { findEvidenceView, labelOf, type EvidenceView } from '../../components/evidence/EvidenceView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useRestoreEvidence } from '../../composables/useRemovedEvidence.ts'
import { decideRemoveEvidence, evidenceOf } from '../../../domain/audit/evidence.ts'
import type { EvidenceId } from '../../../domain/audit/entityIds.ts'

export interface Viewer {
  /** Undefined for what is removed. */
  readonly view: ComputedRef<EvidenceView | undefined>
  /** From 1; 0 for what is removed. */
  readonly position: ComputedRef<number>
  readonly count: ComputedRef<number>
  readonly before: ComputedRef<EvidenceId | undefined>
  readonly after: ComputedRef<EvidenceId | undefined>
  readonly remove: () => Promise<boolean>
  readonly restore: () => Promise<boolean>
}

export function useViewer(open: OpenAudit, id: () => EvidenceId): Viewer {
  const { t } = useI18n()
  const restoreOf = useRestoreEvidence(open)
  const view = computed<EvidenceView | undefined>((known) => {
    const found = findEvidenceView(open.audit.value, id())
    // A change elsewhere in the audit draws nothing anew.
    return JSON.stringify(found) === JSON.stringify(known) ? known : found
  })
  /** Also of what was just removed, so that the others stay in reach. */
  const supports = shallowRef(view.value?.supports)
  watch(view, (now) => (supports.value = now?.supports ?? supports.value))
  const row = computed(() =>
    supports.value === undefined ? [] : evidenceOf(open.audit.value, supports.value).map((evidence) => evidence.id),
  )
  const place = computed(() => row.value.indexOf(id()))
  return {
    view,
    position: computed(() => place.value + 1),
    count: computed(() => row.value.length),
    before: computed(() => (place.value > 0 ? row.value[place.value - 1] : undefined)),
    after: computed(() => row.value[place.value + 1]),
    remove() {
      const label = (view.value && labelOf(view.value)) || t('evidence.form.picture')
      const decide = () => {
        const entity = open.entity(id())
        return entity === undefined ? [] : decideRemoveEvidence(entity)
      }
      return open.record(decide, t('evidence.words.removed', { name: label }))
    },
    restore: () => restoreOf(id()),
  }
}
