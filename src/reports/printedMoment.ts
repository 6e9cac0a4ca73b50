// A moment that somebody's tablet wrote down, in print: corrected where its clock was known to be off, with its own time in brackets.
import { dayOfInstant } from '../domain/calendar/dayOfInstant.ts'
import { formatWareki } from '../domain/calendar/formatWareki.ts'
import type { Language } from '../domain/template/Localised.ts'

/** Minutes that the reader's clocks are ahead of UTC at an ISO instant: Japan 540. */
export type MinutesEastOf = (instant: string) => number

interface Moment {
  /** ISO instant of the tablet's clock. Anything else (of a file from elsewhere) is printed as it stands. */
  readonly at: string
  /** The server's clock minus the tablet's, in milliseconds; null while it was not known. */
  readonly offset: number | null
}

/** Less than this is what clocks are. */
const worthSayingMs = 2 * 60_000
const minuteMs = 60_000

export function printedMoment({ at, offset }: Moment, language: Language, minutesEastOf: MinutesEastOf): string {
  const claimed = Date.parse(at)
  if (Number.isNaN(claimed)) return at
  const print = (instant: number) => printInstant(new Date(instant).toISOString(), language, minutesEastOf)
  if (offset === null || Math.abs(offset) < worthSayingMs) return print(claimed)
  const [right, own] = [print(claimed + offset), print(claimed)]
  return language === 'ja' ? `${right}（端末の時計では${own}）` : `${right} (by the tablet’s clock ${own})`
}

function printInstant(instant: string, language: Language, minutesEastOf: MinutesEastOf): string {
  const east = minutesEastOf(instant)
  const time = new Date(Date.parse(instant) + east * minuteMs).toISOString().slice(11, 16)
  const day = formatWareki(dayOfInstant(instant, east), language, 'report')
  return language === 'ja' ? `${day} ${time}` : `${day}, ${time}`
}
