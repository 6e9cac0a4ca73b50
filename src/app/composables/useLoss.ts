// What is known about entries that this tablet has lost: asked of the server, again whenever there may be a connection.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useHealthStore } from '../stores/useHealthStore.ts'
import type { LostDevice } from '../stores/useSessionStore.ts'
import type { LossView } from '../components/incident/LossView.ts'
import { watchReturn } from '../../device/watchReturn.ts'

/** Where the browser does not notice that there is a network again. */
const askAgainMs = 10_000

export function useLoss({ device, heads }: LostDevice): Readonly<ShallowRef<LossView>> {
  const health = useHealthStore()
  const loss = shallowRef<LossView>({ state: 'counting' })
  let isAsking = false

  async function ask(): Promise<void> {
    if (isAsking || loss.value.state === 'known') return
    isAsking = true
    try {
      const { askForLoss } = await import('./askForLoss.ts')
      loss.value = await askForLoss(device, heads)
    } catch {
      health.missing = { part: 'sending' }
      loss.value = { state: 'unknown' }
    }
    isAsking = false
  }

  const timer = setInterval(() => void ask(), askAgainMs)
  onScopeDispose(() => clearInterval(timer))
  onScopeDispose(watchReturn(() => void ask()))
  void ask()
  return loss
}
