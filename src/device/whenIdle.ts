// Waits until the browser has nothing better to do: for work that nobody is waiting for.

/** On a busy page it is done at last all the same. */
const mostMs = 500
/** Where the browser does not tell (Safari): long enough for a tap and its frame in between. */
const pauseMs = 50

export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: mostMs })
    else setTimeout(resolve, pauseMs)
  })
}
