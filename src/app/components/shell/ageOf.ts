// How long ago something was saved, as people say it.

export type Age = {
  readonly unit: 'now' | 'minutes' | 'hours' | 'days'
  readonly amount: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** `now` in milliseconds. A clock that was set back makes no negative age. */
export function ageOf(at: string, now: number): Age {
  const age = Math.max(0, now - Date.parse(at))
  if (age < minute) return { unit: 'now', amount: 0 }
  if (age < hour) return { unit: 'minutes', amount: Math.floor(age / minute) }
  if (age < day) return { unit: 'hours', amount: Math.floor(age / hour) }
  return { unit: 'days', amount: Math.floor(age / day) }
}
