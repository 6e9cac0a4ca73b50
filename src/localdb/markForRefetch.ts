// Begins a stream anew in the next generation. The pages at hand stay readable and this device's own operations are never touched.
import type { LocalDatabase } from './LocalDatabase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

/** Does nothing where nothing was pulled yet in the newest generation. */
export function markForRefetch(db: LocalDatabase, stream: StreamId): Promise<void> {
  const { streams } = db.dexie
  return withLocalDatabase(db, () =>
    db.dexie.transaction('rw', streams, async () => {
      const row = await streams.get(stream)
      if (row === undefined || row.cursor === 0) return
      await streams.put({ ...row, generation: row.generation + 1, cursor: 0, root: '', tailSize: 0 })
    }),
  )
}
