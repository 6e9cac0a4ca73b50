// Whether an answer to a push speaks of exactly what was sent. One that speaks of other operations is no answer.
import type { PushResponse } from '../protocol/push.ts'

export interface SentBatch {
  readonly stream: string
  readonly ns: readonly number[]
}

export function answersAll({ results }: PushResponse, batches: readonly SentBatch[]): boolean {
  return (
    results.length === batches.length &&
    batches.every(({ stream, ns }, index) => {
      const result = results[index]
      return (
        result?.stream === stream &&
        result.verdicts.length === ns.length &&
        ns.every((n, place) => result.verdicts[place]?.n === n)
      )
    })
  )
}
