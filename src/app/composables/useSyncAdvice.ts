// The sentence behind the pill: why sending or saving does not work, what is safe, and what to do about it.
import { computed, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'

export function useSyncAdvice(shown: () => OpenAudit | undefined): ComputedRef<string> {
  const { t } = useI18n()
  const { status } = storeToRefs(useSyncStore())
  return computed(() => {
    const save = shown()?.save.value
    if (save?.state === 'failed') return t(`errors.${save.code}`)
    const { phase } = status.value
    return phase.state === 'offline' ? t(`sync.trouble.${phase.reason}`) : t('sync.panel.safe')
  })
}
