// Begins a stream anew in the next generation. The pages at hand stay readable and this device's own operations are never touched.
import type { LocalDatabase } from './LocalDatabase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

/**
 * `log`: every operation is fetched, so that what only the older generation holds can be told and handed back. `snapshot`: the state
 * at a version will do in place of what came before; for a base that cannot be read any more.
 */
export type RefetchWish = 'log' | 'snapshot'

/** Does nothing where nothing was pulled yet in the newest generation. */
export function markForRefetch(db: LocalDatabase, stream: StreamId, wish: RefetchWish = 'log'): Promise<void> {
  const { streams } = db.dexie
  return withLocalDatabase(db, () =>
    db.dexie.transaction('rw', streams, async () => {
      const row = await streams.get(stream)
      if (row === undefined || row.cursor === 0) return
      const start = { cursor: 0, root: '', tailSize: 0, base: 0, isWholeWanted: wish === 'log' }
      await streams.put({ ...row, ...start, generation: row.generation + 1 })
    }),
  )
}
