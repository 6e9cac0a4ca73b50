// Evidence that was removed, and the way to bring it back: a removal takes it out of the view, so the history tells what it was.
import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { contentOf } from '../components/history/buildHistory.ts'
import { fileOf } from '../../domain/audit/evidence.ts'
import type { EvidenceId } from '../../domain/audit/entityIds.ts'
import { decideRestore } from '../../domain/audit/decideRestore.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'

export interface RemovedEvidence {
  readonly id: EvidenceId
  readonly supports: EntityId
  /** Its last caption, else its name. */
  readonly label: string
}

/** In no order. */
export function useRemovedEvidence(open: OpenAudit): Readonly<ShallowRef<readonly RemovedEvidence[]>> {
  const found = shallowRef<readonly RemovedEvidence[]>([])
  const removed = computed(() =>
    [...open.audit.value.evidence.values()]
      .filter((evidence) => evidence.existence !== 'present' && fileOf(evidence) === undefined)
      .map(({ id }) => id),
  )
  watch(
    () => removed.value.join(),
    async (_, __, onCleanup) => {
      const newer = new AbortController()
      onCleanup(() => newer.abort())
      const read = await Promise.all(removed.value.map((id) => describeRemoved(open, id)))
      if (!newer.signal.aborted) found.value = read.flatMap((each) => each ?? [])
    },
    { immediate: true },
  )
  return found
}

async function describeRemoved(open: OpenAudit, id: EvidenceId): Promise<RemovedEvidence | undefined> {
  const contents = (await open.readHistory(id)).map(contentOf)
  const file = contents.findLast((content) => content?.kind === 'evidence-attached')
  const caption = contents.findLast((content) => content?.kind === 'evidence-captioned')
  if (file?.kind !== 'evidence-attached') return undefined
  const { supports, name } = file.body
  return { id, supports, label: (caption?.kind === 'evidence-captioned' && caption.body.text) || name }
}

export function useRestoreEvidence(open: OpenAudit): (id: EvidenceId) => Promise<boolean> {
  const { t } = useI18n()
  return async (id) => {
    const history = await open.readHistory(id)
    const decide = () => {
      const entity = open.entity(id)
      return entity === undefined ? [] : decideRestore(entity, history)
    }
    return open.record(decide, t('evidence.words.restored'))
  }
}
