// The measures of a finding in their order, and what changes the list: adding by kind, moving, removing, bringing back.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useIds } from './useIds.ts'
import { useRemovedMeasures } from './useRemovedMeasures.ts'
import { movePosition } from '../components/finding/movePosition.ts'
import type { RemovedMeasure } from '../components/measure/RemovedMeasure.ts'
import type { Measure } from '../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import type { MeasureType } from '../../domain/audit/auditVocabulary.ts'
import { decideRestore } from '../../domain/audit/decideRestore.ts'
import { newMeasureId, type FindingId, type MeasureId } from '../../domain/audit/entityIds.ts'
import {
  decideAddMeasure,
  decidePlaceMeasure,
  decideRemoveMeasure,
  measuresOf,
  placeOf,
} from '../../domain/audit/measure.ts'
import { must } from '../../domain/must.ts'

export interface MeasureList {
  /** Without those removed here and edited there: they wait for a decision. */
  readonly measures: ComputedRef<readonly Measure[]>
  /** Those that wait for it. */
  readonly flagged: ComputedRef<readonly RemovedMeasure[]>
  readonly gone: ComputedRef<readonly RemovedMeasure[]>
  /** The new measure's id once it is saved. */
  readonly add: (type: MeasureType) => Promise<MeasureId>
  /** `number` is its place in the list, for the words. */
  readonly move: (id: MeasureId, by: -1 | 1, number: number) => Promise<boolean>
  readonly remove: (id: MeasureId, words: string) => Promise<boolean>
  readonly restore: (id: MeasureId) => Promise<boolean>
}

export function useMeasureList(open: OpenAudit, finding: () => FindingId): MeasureList {
  const { t } = useI18n()
  const { newId } = useIds()
  const listed = () => measuresOf(open.audit.value, finding()).filter(({ existence }) => existence === 'present')
  const removed = useRemovedMeasures(open, finding)

  function decideMove(id: MeasureId, by: -1 | 1): readonly AuditDraft[] {
    const list = listed()
    const placed = list.map((measure) => ({ id: measure.id, position: placeOf(measure)?.position ?? 0 }))
    const moves = movePosition(placed, id, by)
    return list.flatMap((measure) => {
      const position = moves.get(measure.id)
      const place = placeOf(measure)
      return position === undefined || place === undefined ? [] : decidePlaceMeasure(measure, { ...place, position })
    })
  }

  return {
    measures: computed(listed),
    flagged: computed(() => removed.value.filter(({ isEditedSince }) => isEditedSince)),
    gone: computed(() => removed.value.filter(({ isEditedSince }) => !isEditedSince)),
    async add(type) {
      const id = newMeasureId(newId())
      const words = t('measure.words.added', { type: t(`measure.type.${type}`) })
      await open.record(() => decideAddMeasure(open.audit.value, finding(), { id, type, text: '' }), words)
      return id
    },
    move: (id, by, number) => open.record(() => decideMove(id, by), t('measure.words.moved', { number })),
    remove(id, words) {
      const measure = () => must(open.audit.value.measures.get(id), `measure ${id}`)
      return open.record(() => decideRemoveMeasure(measure(), must(open.entity(id), `entity of ${id}`)), words)
    },
    async restore(id) {
      const history = await open.readHistory(id)
      const decide = () => decideRestore(must(open.entity(id), `entity of ${id}`), history)
      return open.record(decide, t('measure.words.restored'))
    },
  }
}
