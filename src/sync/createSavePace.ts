// How soon a save may be sent: the first tap at once, and a burst of them together soon after. An attempt that had nothing to send
// (the look at what others wrote) must never hold up a tap.
import type { Clock } from './SyncPorts.ts'

export interface SavePace {
  /** For an attempt that begins now: what to call, with what follows it, once it has sent something. */
  readonly begin: (then: () => void) => () => void
  /** Milliseconds from now. */
  readonly untilNext: () => number
}

/** Between the beginnings of two attempts that send. */
const pauseMs = 250

export function createSavePace(clock: Clock): SavePace {
  let sentAt = -pauseMs
  return {
    begin(then) {
      const begunAt = clock.now()
      return () => {
        sentAt = begunAt
        then()
      }
    },
    // At most the usual pause: a clock that was set back since then would make it years [M10].
    untilNext: () => Math.min(pauseMs, Math.max(0, sentAt + pauseMs - clock.now())),
  }
}
