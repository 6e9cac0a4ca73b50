// Pages that pokes bring, one after another and none beside an attempt: of what both bring, the later one finds that it is here.
import type { SyncContext } from './SyncContext.ts'
import { takePoke } from './takePoke.ts'

/** Pages that wait for their turn; a look brings what more of them would. */
const mostWaiting = 8

/** False where the device must look for itself. `attemptUnderWay`: resolves when there is none any more. */
export function pokesInTurn(
  context: SyncContext,
  attemptUnderWay: () => Promise<unknown>,
): (brought: unknown) => Promise<boolean> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (brought) => {
    if (waiting >= mostWaiting) return false
    waiting += 1
    const mine = Promise.all([last, attemptUnderWay()]).then(() => takePoke(context, brought))
    last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      waiting -= 1
    }
  }
}
