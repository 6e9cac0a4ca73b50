// What the bench notes inside a page of the real app: when a tap on an answer was painted, how long each interaction took, and how long the
// frames of a scroll were. Runs in the page by `addInitScript`, so it must use nothing from outside itself.

export interface Witness {
  /** From lifting the finger off an answer to the frame in which it stands as chosen, in the order of the taps. */
  readonly paints: number[]
  /** To the same frame from the moment in which the page is told of the tap: what comes before it is the browser's own. */
  readonly clicks: number[]
  /** Interaction → its longest event, from the input to the next paint, in steps of 8 ms as the browser tells it. */
  readonly interactions: Map<number, { readonly name: string; readonly duration: number; readonly during: string }>
  /** Milliseconds from each frame to the one after it, while `isWatching`. */
  readonly frames: number[]
  isWatching: boolean
  /** Notes frames until `isWatching` is false. */
  watchFrames: () => void
  /** What the person is doing now. */
  deed: string
}

declare global {
  interface Window {
    readonly witness: Witness
  }
}

export function installWitness(): void {
  const witness: Witness = {
    paints: [],
    clicks: [],
    interactions: new Map(),
    frames: [],
    isWatching: false,
    watchFrames: () => undefined,
    deed: 'opening',
  }
  Object.assign(window, { witness })
  const painted = (liftedAt: number, clickedAt: number) =>
    // Its callbacks run before the drawing; a message comes after it.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        witness.paints.push(performance.now() - liftedAt)
        witness.clicks.push(performance.now() - clickedAt)
      }
      port2.postMessage(undefined)
    })
  let liftedAt = 0
  let clickedAt = 0
  addEventListener('pointerup', ({ timeStamp }) => (liftedAt = timeStamp), { capture: true })
  addEventListener('click', () => (clickedAt = performance.now()), { capture: true })
  addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') painted(liftedAt, clickedAt)
    },
    { capture: true },
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { readonly interactionId: number })[]) {
      const { interactionId: id, duration, name } = entry
      if (id > 0 && duration > (witness.interactions.get(id)?.duration ?? 0))
        witness.interactions.set(id, { name, duration, during: witness.deed })
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  // Not all the time: a page that is asked for frames draws some that nobody needs.
  witness.watchFrames = () => {
    let last = 0
    const onFrame = (now: number) => {
      if (last > 0) witness.frames.push(now - last)
      last = now
      if (witness.isWatching) requestAnimationFrame(onFrame)
    }
    witness.isWatching = true
    requestAnimationFrame(onFrame)
  }
}
