// How much waits to be sent: the number on the status pill. Reads keys, opens nothing.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { readNatively } from './readNatively.ts'
import { streamsWithUnsent, unsentRange } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface UnsentCounts {
  readonly entries: number
  readonly photos: number
}

export function countUnsent(db: LocalDatabase): Promise<UnsentCounts> {
  const { keyRange } = db.dexie
  return withLocalDatabase(db, () =>
    readNatively(db.dexie, ['streams', 'operations', 'evidence'], async (transaction, read) => {
      // Together: where the database goes, a request that nobody waits for yet would fail unheard.
      const [photos, rows] = await Promise.all([
        read(transaction.objectStore('evidence').index('status').count('unsent')),
        read(transaction.objectStore('streams').getAll() as IDBRequest<StreamRow[]>),
      ])
      const own = transaction.objectStore('operations').index('[status+stream+n]')
      const counts = await Promise.all(
        streamsWithUnsent(rows).map((row) => read(own.count(unsentRange(keyRange, row)))),
      )
      return { entries: counts.reduce((sum, count) => sum + count, 0), photos }
    }),
  )
}
