// A newer version of the app: offered, never forced. It is applied when the person agrees and nobody on this tablet is in the middle of something.
import { computed, readonly, ref, watch, type Ref } from 'vue'
import { storeToRefs } from 'pinia'
import { useAppServices } from './appServices.ts'
import { whenNobodyWorks } from './whenNobodyWorks.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { wait } from '../../device/wait.ts'
import { whileNobodyWorks } from '../../device/workLock.ts'

export interface AppUpdate {
  /** `waiting`: agreed to, and begun as soon as nobody writes any more, in this tab or another one. */
  readonly update: Readonly<Ref<'none' | 'ready' | 'waiting'>>
  readonly apply: () => Promise<void>
  readonly postpone: () => void
}

export function useAppUpdate(): AppUpdate {
  const { serviceWorker, work } = useAppServices()
  const update = ref<'none' | 'ready' | 'waiting'>('none')
  let isAgreed = false
  serviceWorker?.onUpdateReady(() => {
    if (update.value === 'none') update.value = 'ready'
  })
  const { status } = storeToRefs(useSyncStore())
  const isOutdated = computed(
    () => status.value.phase.state === 'offline' && status.value.phase.reason === 'upgrade-needed',
  )
  watch(isOutdated, (isSo) => {
    if (isSo) void serviceWorker?.lookForUpdate()
  })
  return {
    update: readonly(update),
    async apply() {
      if (serviceWorker === undefined || isAgreed) return
      isAgreed = true
      await whenNobodyWorks(
        { work, whileNobodyWorks, wait },
        {
          task: () => serviceWorker.applyUpdate(),
          onWaiting: () => (update.value = 'waiting'),
          isGivenUp: () => !isAgreed,
        },
      )
      isAgreed = false
    },
    postpone() {
      isAgreed = false
      update.value = 'none'
    },
  }
}
