// One timer that can be brought forward but is never set twice.
import type { Clock, Timers } from './SyncPorts.ts'

export interface Alarm {
  /** Rings once after `ms`, whatever was set before. */
  readonly set: (ms: number) => void
  /** Rings at the instant, unless it rings earlier anyway. */
  readonly bringForward: (at: number) => void
  readonly cancel: () => void
  /** When it rings; Infinity when it does not. */
  readonly dueAt: () => number
}

export function createAlarm(ports: { readonly clock: Clock; readonly timers: Timers }, ring: () => void): Alarm {
  let dueAt = Infinity
  let setForMs = Infinity
  let stop: (() => void) | undefined
  const cancel = () => {
    stop?.()
    stop = undefined
    dueAt = Infinity
    setForMs = Infinity
  }
  const set = (ms: number) => {
    cancel()
    dueAt = ports.clock.now() + ms
    setForMs = ms
    stop = ports.timers.after(ms, () => {
      cancel()
      ring()
    })
  }
  const bringForward = (at: number) => {
    // Never further away than it was set: a clock that was set back since then would make it years [M10].
    if (at < dueAt) set(Math.min(setForMs, Math.max(0, at - ports.clock.now())))
  }
  return { set, bringForward, cancel, dueAt: () => dueAt }
}
