// A newer version of the app: offered, never forced. It is applied when the person agrees, and not while something is being saved.
import { readonly, ref, type Ref } from 'vue'
import { useAppServices } from './appServices.ts'

export interface AppUpdate {
  readonly isUpdateReady: Readonly<Ref<boolean>>
  readonly apply: () => void
  readonly postpone: () => void
}

export function useAppUpdate(): AppUpdate {
  const { serviceWorker } = useAppServices()
  const isUpdateReady = ref(false)
  serviceWorker?.onUpdateReady(() => (isUpdateReady.value = true))
  return {
    isUpdateReady: readonly(isUpdateReady),
    apply: () => serviceWorker?.applyUpdate(),
    postpone: () => (isUpdateReady.value = false),
  }
}
