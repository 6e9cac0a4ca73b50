// A newer version of the app: offered, never forced. It is applied when the person agrees, and not while something is being saved.
import { computed, readonly, ref, watch, type Ref } from 'vue'
import { storeToRefs } from 'pinia'
import { useAppServices } from './appServices.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'

export interface AppUpdate {
  readonly isUpdateReady: Readonly<Ref<boolean>>
  readonly apply: () => void
  readonly postpone: () => void
}

export function useAppUpdate(): AppUpdate {
  const { serviceWorker } = useAppServices()
  const isUpdateReady = ref(false)
  serviceWorker?.onUpdateReady(() => (isUpdateReady.value = true))
  const { status } = storeToRefs(useSyncStore())
  const isOutdated = computed(
    () => status.value.phase.state === 'offline' && status.value.phase.reason === 'upgrade-needed',
  )
  watch(isOutdated, (isSo) => {
    if (isSo) serviceWorker?.lookForUpdate()
  })
  return {
    isUpdateReady: readonly(isUpdateReady),
    apply: () => serviceWorker?.applyUpdate(),
    postpone: () => (isUpdateReady.value = false),
  }
}
