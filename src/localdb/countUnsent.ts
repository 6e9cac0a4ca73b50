// How much waits to be sent: the number on the status pill. Reads keys, opens nothing.
import type { LocalDatabase } from './LocalDatabase.ts'
import { streamsWithUnsent, unsentKeys } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface UnsentCounts {
  readonly entries: number
  readonly photos: number
}

export async function countUnsent(db: LocalDatabase): Promise<UnsentCounts> {
  const { dexie } = db
  return withLocalDatabase(db, () =>
    dexie.transaction('r', dexie.streams, dexie.operations, dexie.evidence, async () => {
      const waiting = streamsWithUnsent(await dexie.streams.toArray())
      const [photos, ...counts] = await Promise.all([
        dexie.evidence.where('status').equals('unsent').count(),
        ...waiting.map((row) => unsentKeys(dexie, row).count()),
      ])
      return { entries: counts.reduce((sum, count) => sum + count, 0), photos }
    }),
  )
}
