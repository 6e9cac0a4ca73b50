// Keeps one audit open for as long as its layout is shown, and tells the frame which one it is.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { createOpenAudit, type OpenedAudit } from './createOpenAudit.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { usePerson } from './usePerson.ts'
import { afterPaint } from '../../device/afterPaint.ts'
import { writeLastAudit } from '../../device/lastAudit.ts'
import { isStreamId } from '../../domain/oplog/Dot.ts'
import { LocalDatabaseError } from '../../localdb/LocalDatabaseError.ts'

export type AuditOpening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly opened: OpenedAudit }
  /** What makes it an audit is not on this tablet: a wrong address, not synced yet, or so damaged that it must be fetched anew. */
  | { readonly state: 'unknown'; readonly isDamaged: boolean }
  | { readonly state: 'failed'; readonly code: string }

export function useOpenedAudit(
  stream: () => string,
  shown: ShallowRef<OpenAudit | undefined>,
): Readonly<ShallowRef<AuditOpening>> {
  const services = useAppServices()
  const { person } = usePerson()
  const opening = shallowRef<AuditOpening>({ state: 'opening' })
  let wanted = 0

  function close(): void {
    if (opening.value.state === 'open') opening.value.opened.close()
    shown.value = undefined
  }

  async function openWanted(id: string): Promise<void> {
    close()
    opening.value = { state: 'opening' }
    const mine = ++wanted
    const result = await tryOpen(id)
    if (mine === wanted) {
      opening.value = result
      shown.value = result.state === 'open' ? result.opened.open : undefined
      void afterPaint().then(services.firstScreen.stands)
    } else if (result.state === 'open') result.opened.close()
  }

  async function tryOpen(id: string): Promise<AuditOpening> {
    if (!isStreamId(id)) return { state: 'unknown', isDamaged: false }
    try {
      const opened = await createOpenAudit(services, id, person)
      if (opened.open.audit.value.header.templates.values.length > 0) {
        writeLastAudit(id)
        return { state: 'open', opened }
      }
      opened.close()
      return { state: 'unknown', isDamaged: opened.damage.isRefetched }
    } catch (error) {
      if (!(error instanceof LocalDatabaseError)) throw error
      return { state: 'failed', code: error.code }
    }
  }

  watch(stream, (id) => void openWanted(id), { immediate: true })
  // A first sync may still bring the audit that this address names.
  const endWatch = services.db.watch((change) => {
    if (opening.value.state === 'unknown' && change.stream === stream()) void openWanted(stream())
  })
  onScopeDispose(() => {
    wanted += 1
    endWatch()
    close()
  })
  return opening
}
