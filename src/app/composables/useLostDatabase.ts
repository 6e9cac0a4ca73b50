// Whether this page can save nothing more until it is loaded anew, and why, as sentences.
import { computed, inject, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { shownAuditKey } from './shownAudit.ts'
import { lostCodes } from '../../localdb/LocalDatabaseError.ts'

export function useLostDatabase(): ComputedRef<string | undefined> {
  const { t } = useI18n()
  const shown = inject(shownAuditKey, undefined)
  return computed(() => {
    const save = shown?.value?.save.value
    const lost = save?.state === 'failed' ? lostCodes.find((code) => code === save.code) : undefined
    return lost === undefined ? undefined : t(`errors.${lost}`)
  })
}
