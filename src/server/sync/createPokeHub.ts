// Tells listeners that something new is in the log [P9], the first after a pause with the news itself [P25].
// At most one call per pause, and never none after the last change.

/** A hundred tablets that pull after every single operation of a busy stream would only slow each other down. */
const pauseMs = 50

export interface PokeHub {
  /** `news`: text for those who stand right before it; without it they look for themselves. */
  readonly poke: (news?: string) => void
  /** Returns how to stop listening. */
  readonly listen: (listener: (news: string | undefined) => void) => () => void
}

export function createPokeHub(): PokeHub {
  const listeners = new Set<(news: string | undefined) => void>()
  let pause: NodeJS.Timeout | undefined
  let isDue = false

  function poke(news?: string): void {
    if (pause !== undefined) {
      isDue = true
      return
    }
    for (const listener of listeners) listener(news)
    pause = setTimeout(endPause, pauseMs).unref()
  }

  function endPause(): void {
    pause = undefined
    if (!isDue) return
    isDue = false
    poke()
  }

  return {
    poke,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
