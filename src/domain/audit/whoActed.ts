// Who did something and when, as a view tells it.
import type { PersonId } from '../oplog/Dot.ts'

export interface Acted {
  readonly by: PersonId
  readonly device: string
  /** By the tablet's clock: a claim for people to read [M10]. */
  readonly at: string
  readonly offset: number | null
}

export function actedBy(value: {
  readonly author: PersonId
  readonly device: string
  readonly at: string
  readonly offset: number | null
}): Acted {
  const { author, device, at, offset } = value
  return { by: author, device, at, offset }
}
