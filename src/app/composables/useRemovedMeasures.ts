// The measures of a finding that were removed, with their last words: a removal takes their place and text out of the view, so the
// history is asked which finding they belonged to.
import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { contentOf } from '../components/history/buildHistory.ts'
import type { Measure } from '../../domain/audit/Audit.ts'
import type { FindingId, MeasureId } from '../../domain/audit/entityIds.ts'
import { placeOf } from '../../domain/audit/measure.ts'

export interface FoundRemovedMeasure {
  readonly id: MeasureId
  readonly text: string
  /** Edited elsewhere meanwhile: kept alive until a person decides [M8]. */
  readonly isEditedSince: boolean
}

export function useRemovedMeasures(
  open: OpenAudit,
  finding: () => FindingId,
): Readonly<ShallowRef<readonly FoundRemovedMeasure[]>> {
  const found = shallowRef<readonly FoundRemovedMeasure[]>([])
  /** Immutable objects: their identity tells of every change. */
  const candidates = computed(() =>
    [...open.audit.value.measures.values()].filter(
      (measure) =>
        measure.existence === 'removed' ||
        (measure.existence === 'removed-but-edited' && placeOf(measure) === undefined),
    ),
  )
  watch(
    [candidates, finding],
    async ([measures, id], _, onCleanup) => {
      let isCurrent = true
      onCleanup(() => (isCurrent = false))
      const read = await Promise.all(measures.map((measure) => lastWords(open, measure, id)))
      if (isCurrent) found.value = read.filter((each) => each !== undefined)
    },
    { immediate: true },
  )
  return found
}

async function lastWords(
  open: OpenAudit,
  measure: Measure,
  finding: FindingId,
): Promise<FoundRemovedMeasure | undefined> {
  const contents = (await open.readHistory(measure.id)).map(contentOf)
  const place = contents.findLast((content) => content?.kind === 'measure-placed')
  if (place?.kind !== 'measure-placed' || place.body.finding !== finding) return undefined
  const text = contents.findLast((content) => content?.kind === 'measure-worded')
  return {
    id: measure.id,
    text: text?.kind === 'measure-worded' ? text.body.text : '',
    isEditedSince: measure.existence === 'removed-but-edited',
  }
}
