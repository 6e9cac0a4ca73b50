// Another audit on this tablet, read once it is chosen, for its measures. Nothing of it is changed, and no network is needed.
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useAuditList, type ListedAudit } from './useAuditList.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { measuresToCarry, type CarriedOrigin } from '../../domain/audit/carried.ts'
import type { StreamId } from '../../domain/oplog/Dot.ts'
import { openStream } from '../../localdb/openStream.ts'

export type EarlierMeasures =
  | { readonly state: 'none' | 'reading' | 'unreadable' }
  | { readonly state: 'read'; readonly origins: readonly CarriedOrigin[] }

export interface EarlierAudit {
  /** The other audits, those of the same unit first; undefined until they were listed once. */
  readonly audits: ComputedRef<readonly ListedAudit[] | undefined>
  readonly measures: Readonly<ShallowRef<EarlierMeasures>>
}

/** `chosen` is what the choice holds: empty, or the stream of one of the audits. */
export function useEarlierAudit(open: OpenAudit, chosen: () => string): EarlierAudit {
  const { db } = useAppServices()
  const language = useLanguage()
  const list = useAuditList()
  const measures = shallowRef<EarlierMeasures>({ state: 'none' })
  const unit = computed(() => open.audit.value.header.unit.values[0]?.content.body.unit ?? '')
  const audits = computed(() =>
    list.value
      ?.filter(({ stream }) => stream !== open.stream)
      .sort((a, b) => Number(b.summary.unit === unit.value) - Number(a.summary.unit === unit.value)),
  )

  const chosenStream = () => audits.value?.find(({ stream }) => stream === chosen())?.stream

  async function read(stream: StreamId): Promise<EarlierMeasures> {
    try {
      const { state } = await openStream(db, stream, auditKinds)
      const { audit } = new AuditDocument(state)
      return { state: 'read', origins: measuresToCarry(audit, { stream, language: language.value }) }
    } catch (error) {
      ignoreUnlessBug(error)
      return { state: 'unreadable' }
    }
  }

  watch(
    chosenStream,
    async (stream) => {
      measures.value = { state: stream === undefined ? 'none' : 'reading' }
      if (stream === undefined) return
      const outcome = await read(stream)
      if (chosenStream() === stream) measures.value = outcome
    },
    { immediate: true },
  )
  return { audits, measures }
}
