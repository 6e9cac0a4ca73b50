// Tells listeners that something new is in the log [P9]. At most one call per pause, and never none after the last change.

/** A hundred tablets that pull after every single operation of a busy stream would only slow each other down. */
const pauseMs = 50

export interface PokeHub {
  readonly poke: () => void
  /** Returns how to stop listening. */
  readonly listen: (listener: () => void) => () => void
}

export function createPokeHub(): PokeHub {
  const listeners = new Set<() => void>()
  let pause: NodeJS.Timeout | undefined
  let isDue = false

  function poke(): void {
    if (pause !== undefined) {
      isDue = true
      return
    }
    for (const listener of listeners) listener()
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
