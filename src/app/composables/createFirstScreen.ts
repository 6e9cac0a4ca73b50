// When the first screen stands: until then a slow tablet works for nothing else. What is not needed to see and to tap comes after it.
import { whenIdle } from '../../device/whenIdle.ts'

/** A screen that never tells keeps nobody waiting for longer. */
const mostMs = 2_000

export interface FirstScreen {
  /** Told by the screens that read the database, once what they read is on them. */
  readonly stands: () => void
  /** Resolves when it stands and nothing is being done. */
  readonly whenStanding: Promise<void>
}

export function createFirstScreen(): FirstScreen {
  let stands = (): void => undefined
  const told = new Promise<void>((resolve) => {
    stands = resolve
    setTimeout(resolve, mostMs)
  })
  return { stands, whenStanding: told.then(whenIdle) }
}
