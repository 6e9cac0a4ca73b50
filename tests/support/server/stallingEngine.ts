// An engine whose statements stall and fail at random, so that transactions overlap in every way they can.
import type { KyselyPlugin } from 'kysely'
import type { Engine } from '../../../src/server/store/Engine.ts'
import { StoreError } from '../../../src/server/store/StoreError.ts'

export interface Stalls {
  readonly mostMs: number
  /** Share of statements that fail after they ran: the transaction is rolled back. */
  readonly failures: number
  readonly random: () => number
}

export function stallingEngine(engine: Engine, { mostMs, failures, random }: Stalls): Engine {
  const stalling: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await new Promise((resolve) => setTimeout(resolve, random() * mostMs))
      if (random() < failures) throw new StoreError('broken')
      return result
    },
  }
  return { ...engine, db: engine.db.withPlugin(stalling) }
}
