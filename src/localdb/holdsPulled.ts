// Whether the pulled log of a stream reaches a version. Reads one row and opens nothing.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { readNatively } from './readNatively.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export function holdsPulled(db: LocalDatabase, stream: StreamId, version: number): Promise<boolean> {
  return withLocalDatabase(db, () =>
    readNatively(db.dexie, ['streams'], async (transaction, read) => {
      const row = await read(transaction.objectStore('streams').get(stream) as IDBRequest<StreamRow | undefined>)
      return (row?.cursor ?? 0) >= version
    }),
  )
}
