// Loads the page anew when the person says so and everything they have begun is kept. A text that cannot be saved keeps the page.
import { ref, type Ref } from 'vue'
import { useAppServices } from './appServices.ts'
import { openAddress, reloadPage } from '../../device/reloadPage.ts'
import { wait } from '../../device/wait.ts'

const lookAgainMs = 500

export interface LoadingAnew {
  readonly loadAnew: () => Promise<void>
  /** Something here is not saved yet; the page loads as soon as it is. */
  readonly isWaiting: Readonly<Ref<boolean>>
}

/** `address`: where to go on; undefined for the same place. */
export function useLoadAnew(address: () => string | undefined): LoadingAnew {
  const { work } = useAppServices()
  const isWaiting = ref(false)
  return {
    isWaiting,
    async loadAnew() {
      if (isWaiting.value) return
      while (!(await work.settle())) {
        isWaiting.value = true
        await wait(lookAgainMs)
      }
      isWaiting.value = false
      const to = address()
      if (to === undefined) reloadPage()
      else openAddress(to)
    },
  }
}

/** At once: where nothing here can be saved any more, waiting for it would be waiting for ever. */
export function reload(): void {
  reloadPage()
}
