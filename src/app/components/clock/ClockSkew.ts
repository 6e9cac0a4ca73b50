// How far the tablet's clock is off the server's, as people say it. Skew is shown and never decides or refuses anything.

export interface ClockSkew {
  readonly direction: 'ahead' | 'behind'
  readonly amount: number
  readonly unit: 'minutes' | 'hours' | 'days'
}

/** Less than this is what clocks are. */
const worthSayingMs = 2 * 60_000

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** `offset`: the server's clock minus the tablet's, in milliseconds; null while it is not known. */
export function clockSkewOf(offset: number | null): ClockSkew | undefined {
  if (offset === null || Math.abs(offset) < worthSayingMs) return undefined
  const direction = offset < 0 ? 'ahead' : 'behind'
  const off = Math.abs(offset)
  if (off < 100 * minute) return { direction, amount: Math.round(off / minute), unit: 'minutes' }
  if (off < 36 * hour) return { direction, amount: Math.round(off / hour), unit: 'hours' }
  return { direction, amount: Math.round(off / day), unit: 'days' }
}

/** A moment that a tablet wrote down, and what the server's clock showed then. */
export interface ClaimedMoment {
  /** To be shown: corrected where the tablet's clock was off by enough to mislead. */
  readonly shown: Date
  /** What the tablet's clock showed; only where it was corrected. */
  readonly claimed?: Date
}

export function claimedMoment(at: string, offset: number | null): ClaimedMoment {
  const claimed = new Date(at)
  if (clockSkewOf(offset) === undefined) return { shown: claimed }
  return { shown: new Date(claimed.getTime() + (offset ?? 0)), claimed }
}
