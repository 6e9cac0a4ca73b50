// The measures of a finding that somebody removed, with their last words: a removal takes them out of the view, so the history tells.
import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { contentOf } from '../components/history/contentOf.ts'
import type { RemovedMeasure } from '../components/measure/RemovedMeasure.ts'
import type { Measure } from '../../domain/audit/Audit.ts'
import type { FindingId } from '../../domain/audit/entityIds.ts'
import { placeOf } from '../../domain/audit/measure.ts'

export function useRemovedMeasures(
  open: OpenAudit,
  finding: () => FindingId,
): Readonly<ShallowRef<readonly RemovedMeasure[]>> {
  const found = shallowRef<readonly RemovedMeasure[]>([])
  const removed = computed(() =>
    [...open.audit.value.measures.values()].filter(
      (measure) => measure.existence !== 'present' && (placeOf(measure)?.finding ?? measure.removedFrom) === finding(),
    ),
  )
  watch(
    removed,
    async (measures, _, onCleanup) => {
      const newer = new AbortController()
      onCleanup(() => newer.abort())
      const read = await Promise.all(measures.map((measure) => lastWords(open, measure)))
      if (!newer.signal.aborted) found.value = read
    },
    { immediate: true },
  )
  return found
}

async function lastWords(open: OpenAudit, measure: Measure): Promise<RemovedMeasure> {
  const contents = (await open.readHistory(measure.id)).map(contentOf)
  const text = contents.findLast((content) => content?.kind === 'measure-worded')
  return {
    id: measure.id,
    text: text?.kind === 'measure-worded' ? text.body.text : '',
    isEditedSince: measure.existence === 'removed-but-edited',
  }
}
