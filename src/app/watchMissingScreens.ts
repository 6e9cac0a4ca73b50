// A screen whose file is gone: after a deploy, or with the line cut in between. What is open stays as it is, with every word in it.
import type { Pinia } from 'pinia'
import type { Router } from 'vue-router'
import { isMissingPart } from './components/incident/incidentOf.ts'
import type { AppServices } from './composables/appServices.ts'
import { useHealthStore } from './stores/useHealthStore.ts'
import { openAddress } from '../device/reloadPage.ts'

export function watchMissingScreens(
  router: Router,
  { serviceWorker, work }: Pick<AppServices, 'serviceWorker' | 'work'>,
  pinia: Pinia,
): void {
  const health = useHealthStore(pinia)
  router.onError((error: unknown, to) => {
    if (!(error instanceof Error) || !isMissingPart(error)) return
    void openAnew(to.fullPath)
  })

  async function openAnew(to: string): Promise<void> {
    // A newer version has the screen, and nothing is unfinished here: it opens it instead.
    if (serviceWorker?.isReplaced() === true && (await work.settle())) openAddress(to)
    else health.missing = { part: 'screen', to }
  }
}
