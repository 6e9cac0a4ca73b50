// Evidence that was removed, and the way to bring it back: a removal takes it out of the view, so the history tells what it was.
import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import type { AuditContent } from '../components/history/AuditContent.ts'
import { contentOf } from '../components/history/contentOf.ts'
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
  const file = contents.findLast((content) => content !== undefined && isAttachment(content))
  const caption = contents.findLast((content) => content !== undefined && isCaption(content))
  if (file === undefined || !isAttachment(file)) return undefined
  const { supports, name } = file.body
  return { id, supports, label: (caption !== undefined && isCaption(caption) && caption.body.text) || name }
}

type Of<Kind extends AuditContent['kind']> = Extract<AuditContent, { readonly kind: Kind }>

function isAttachment(content: AuditContent): content is Of<'evidence-attached' | 'measure-evidence-attached'> {
  return content.kind === 'evidence-attached' || content.kind === 'measure-evidence-attached'
}

function isCaption(content: AuditContent): content is Of<'evidence-captioned' | 'measure-evidence-captioned'> {
  return content.kind === 'evidence-captioned' || content.kind === 'measure-evidence-captioned'
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
