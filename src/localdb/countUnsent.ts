// How much waits to be sent: the number on the status pill. Reads keys, opens nothing.
import type { LocalDatabase } from './LocalDatabase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface UnsentCounts {
  readonly entries: number
  readonly photos: number
}

export async function countUnsent(db: LocalDatabase): Promise<UnsentCounts> {
  const { dexie } = db
  const [entries, photos] = await withLocalDatabase(db, () =>
    Promise.all([
      dexie.operations.where('[status+stream+n]').between(['unsent', ''], ['unsent', []]).count(),
      dexie.evidence.where('status').equals('unsent').count(),
    ]),
  )
  return { entries, photos }
}
